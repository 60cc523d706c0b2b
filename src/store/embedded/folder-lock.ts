import { constants } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, DatabaseError } from '../database-error.ts';
import { claimFolder } from './socket-lock.ts';

/** A lock that is held. */
export type FolderLock = { readonly release: () => Promise<void> };

/**
 * Takes a folder for this process alone, making it if it is missing. Two processes on one embedded database destroy it,
 * so this has to be right also after SIGKILL, and in containers, where everybody has the same process id and a file with
 * a number in it proves nothing. The operating system lets go of the lock when the process ends, however it ends.
 *
 * Throws a DatabaseError: `folder_in_use`, or `folder_unusable` when it cannot be made or written to.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  try {
    await mkdir(folder, { recursive: true });
    const lock = process.platform === 'linux' ? await claimFolder(folder) : await claimFile(folder);
    if (!lock) throw inUse(folder);
    return lock;
  } catch (error) {
    throw folderUnusable(folder, error);
  }
}

const inUse = (folder: string): DatabaseError =>
  new DatabaseError(
    'folder_in_use',
    `The data folder ${folder} is in use by another process: stop that one, or set DATA_DIR to another folder.`,
  );

/** Says in one sentence why a folder cannot hold a database. What is a DatabaseError already stays as it is. */
export function folderUnusable(folder: string, error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const why: Readonly<Record<string, string>> = {
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'it is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of its path is a file',
    EEXIST: 'it is a file',
  };
  const code = codeOf(error) ?? 'unknown';
  return new DatabaseError(
    'folder_unusable',
    `The data folder ${folder} cannot be used (${why[code] ?? code}): set DATA_DIR to a folder that can be written to.`,
    error,
  );
}

/** BSD and macOS: open(2) with O_EXLOCK | O_NONBLOCK. Windows: libuv's name for opening without sharing. */
const exclusive =
  process.platform === 'win32' ? { lock: 0x1000_0000, wait: 0 } : { lock: 0x20, wait: constants.O_NONBLOCK };

async function claimFile(folder: string): Promise<FolderLock | undefined> {
  const flags = constants.O_RDWR | constants.O_CREAT | exclusive.lock | exclusive.wait;
  try {
    const file = await open(path.join(folder, 'lock'), flags);
    return { release: () => file.close() };
  } catch (error) {
    if (['EAGAIN', 'EWOULDBLOCK', 'EBUSY'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}
