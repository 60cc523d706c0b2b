// How fast Oops answers, beside a bare Bolt app that shows the same: docs/bench.md. `npm run bench`
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import { bench } from '../bench/bench.ts';
import { benchHelp, readOptions } from '../bench/options.ts';
import { jsonOf, tableOf } from '../bench/report.ts';
import { buildOrExit } from './build.mjs';
import { cache, root } from './fingerprint.mjs';

/** Told in one sentence, with exit code 1. @param {unknown} error */
function fail(error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** The bare app runs as plain JavaScript, like the product: nothing else may count as its memory and its start. */
async function compileBareApp(/** @type {string} */ folder) {
  const source = readFileSync(path.join(root, 'bench/bare-app.ts'), 'utf8');
  const { code } = await transform(source, { loader: 'ts', format: 'esm', target: 'node20' });
  const file = path.join(folder, 'bare-app.mjs');
  writeFileSync(file, code);
  return file;
}

async function run(/** @type {import('../bench/options.ts').BenchOptions} */ options) {
  await buildOrExit();
  const base = path.join(cache, 'bench');
  mkdirSync(base, { recursive: true });
  const folder = mkdtempSync(path.join(base, 'run-'));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const report = await bench({
    options,
    folder,
    bareApp: await compileBareApp(folder),
    say: (sentence) => console.error(sentence),
  });
  console.log(options.json ? jsonOf(report) : tableOf(report));
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === null) console.log(benchHelp);
  else await run(options);
} catch (error) {
  fail(error);
}
process.exit(0);
