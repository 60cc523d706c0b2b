import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from '../database-error.ts';
import type { FolderLock } from './folder-lock.ts';

/** What the one who holds, or wants, a folder says to whoever connects. */
type Claim = 'held' | 'wanted';

const prefix = 'lock-';
/** A process too busy to answer holds the folder all the same: the kernel accepts the connection for it. */
const answerWithinMs = 1000;
const giveUpAfterMs = 5000;

/**
 * Linux has a lock that dies with its process and needs no native code: a listening socket. Each process listens on a
 * socket of its own name in the folder, then asks every other socket there. One that refuses the connection belongs to a
 * dead process. Since names are never used twice, removing a dead one can never remove a living one; since every process
 * shows its own socket before it looks for others, of two at least one sees the other.
 *
 * A file system that knows no sockets is locked by an abstract one, named after the folder's device and inode.
 * Gives undefined if somebody else holds the folder.
 */
export async function claimFolder(folder: string): Promise<FolderLock | undefined> {
  const handle = await open(folder, 'r');
  // A socket's path may have 107 bytes; a data folder's may have more. This one is always short.
  const shortcut = `/proc/self/fd/${handle.fd}`;
  try {
    return await claimAmong(folder, shortcut, handle);
  } catch (error) {
    await handle.close();
    if (noSockets.has(codeOf(error) ?? '')) return claimByInode(folder);
    throw error;
  }
}

const noSockets = new Set(['EOPNOTSUPP', 'ENOTSUP', 'ENOSYS', 'EINVAL']);

async function claimAmong(
  folder: string,
  shortcut: string,
  handle: FileHandle,
): Promise<FolderLock | undefined> {
  const deadline = performance.now() + giveUpAfterMs;
  for (;;) {
    const own = `${prefix}${randomBytes(8).toString('hex')}`;
    let claim: Claim = 'wanted';
    const server = await listen(`${shortcut}/new-${own}`, () => claim);
    const release = async (): Promise<void> => {
      await rm(path.join(folder, own), { force: true });
      await closed(server);
      await handle.close();
    };
    // Only now that it answers may others find it.
    await rename(path.join(folder, `new-${own}`), path.join(folder, own));
    const outcome = await askOthers(folder, shortcut, own, deadline);
    if (outcome === 'free') {
      claim = 'held';
      return { release };
    }
    await rm(path.join(folder, own), { force: true });
    await closed(server);
    if (outcome === 'held' || performance.now() > deadline) {
      await handle.close();
      return undefined;
    }
    await pause(20 + Math.random() * 100);
  }
}

/** `yield`: another wants it too, and of two the one with the smaller name goes first. */
async function askOthers(
  folder: string,
  shortcut: string,
  own: string,
  deadline: number,
): Promise<'free' | 'held' | 'yield'> {
  const others = (await readdir(folder)).filter((name) => name.startsWith(prefix) && name !== own);
  for (const other of others) {
    for (;;) {
      const claim = await ask(`${shortcut}/${other}`);
      if (claim === 'dead') {
        await rm(path.join(folder, other), { force: true });
        break;
      }
      if (claim === 'held') return 'held';
      if (other < own || performance.now() > deadline) return 'yield';
      // It may have looked before this process was there to be seen, and hold the folder in a moment; or it yields.
      await pause(10);
    }
  }
  return 'free';
}

function ask(address: string): Promise<Claim | 'dead'> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    const done = (claim: Claim | 'dead'): void => {
      socket.destroy();
      resolve(claim);
    };
    socket.setTimeout(answerWithinMs, () => done('held'));
    socket.once('data', (said) => done(said.toString() === 'wanted' ? 'wanted' : 'held'));
    // Closed without a word: it is on its way out, or about to answer. Asking again tells.
    socket.once('end', () => done('wanted'));
    socket.once('error', (error) => {
      const code = codeOf(error);
      if (code === 'ECONNREFUSED' || code === 'ENOENT') done('dead');
      else if (code === 'ECONNRESET' || code === 'EPIPE') done('wanted');
      // Too many are asking at once: somebody listens.
      else if (code === 'EAGAIN') done('held');
      else reject(error);
    });
  });
}

function listen(address: string, claim: () => Claim): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(claim());
    });
    server.once('error', reject);
    server.listen(address, () => {
      server.removeListener('error', reject);
      server.on('error', () => undefined);
      // The lock is not work: alone it keeps no process running.
      server.unref();
      resolve(server);
    });
  });
}

const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

async function claimByInode(folder: string): Promise<FolderLock | undefined> {
  const { dev, ino } = await stat(folder);
  try {
    const server = await listen(`\0oops-data-${dev}-${ino}`, () => 'held');
    return { release: () => closed(server) };
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return undefined;
    throw error;
  }
}
