// `npm test`: types, lint with the import boundaries, and every test. What follows `--` goes to jest.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { root } from './fingerprint.mjs';

const report = path.join(root, '.cache', 'jest.json');
const node = process.execPath;
const bin = (/** @type {string} */ file) => path.join(root, 'node_modules', file);

/** @param {readonly string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<boolean>} */
function succeeds(args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: root, env, stdio: 'inherit' });
    child.on('close', (code) => resolve(code === 0));
    child.on('error', () => resolve(false));
  });
}

/** @param {string} name @param {() => Promise<boolean>} step */
async function timed(name, step) {
  const begun = performance.now();
  const ok = await step();
  process.stdout.write(
    `${ok ? 'ok' : 'FAILED'}  ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)\n`,
  );
  return ok;
}

const more = process.argv.slice(2);
mkdirSync(path.dirname(report), { recursive: true });
rmSync(report, { force: true });
await build();

const checks = [
  await timed('types', () => succeeds([bin('typescript/bin/tsc'), '-p', 'tsconfig.json'])),
  await timed('types of the page', () =>
    succeeds([bin('typescript/bin/tsc'), '-p', 'src/sandbox/page/tsconfig.json']),
  ),
  await timed('lint and import boundaries', () => succeeds([bin('@biomejs/biome/bin/biome'), 'check'])),
];
const tests = await timed('tests', () =>
  succeeds([bin('jest/bin/jest.js'), '--json', `--outputFile=${report}`, ...more], {
    ...process.env,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim(),
  }),
);
const failed = checks.filter((ok) => !ok).length;
const counts = readCounts();
process.stdout.write(`${counts.passed + checks.length - failed} passed, ${counts.failed + failed} failed\n`);
process.exitCode = tests && failed === 0 ? 0 : 1;

/** What jest counted; one failure when it did not get as far as counting. */
function readCounts() {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
