import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { cache, root } from './fingerprint.mjs';

/**
 * Runs a tool of this project with Node, quietly. Its words are shown only if it fails. What it would write to the
 * user's home or to the system's temporary folder goes to the project's cache.
 * @param {string} file relative to the project @param {readonly string[]} args @param {Record<string, string>} [env]
 */
export async function runTool(file, args, env = {}) {
  const home = path.join(cache, 'home');
  mkdirSync(home, { recursive: true });
  const child = spawn(process.execPath, [path.join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, TMPDIR: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`${file} failed:\n${said.trim()}`);
}
