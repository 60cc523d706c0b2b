import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * Starts a PostgreSQL server that ends with this process at the latest. Unless it is to be durable, it does not wait for
 * the disk.
 * @param {{ durable?: boolean }} [options]
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startPostgres({ durable = false } = {}) {
  const file = fileURLToPath(new URL('./postgres-server.mjs', import.meta.url));
  const child = spawn(process.execPath, [file, ...(durable ? ['--durable'] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = new Promise((resolve) => child.once('exit', resolve));
  const line = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', () => reject(new Error('PostgreSQL did not start')));
  });
  return {
    url: JSON.parse(line).url,
    async stop() {
      child.stdin.end();
      await exit;
    },
  };
}
