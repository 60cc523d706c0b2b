// Builds what `npm start` runs: dist/. Each step is skipped when its inputs have not changed. `npm run build`
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { evaluatePlugin } from './evaluate-plugin.mjs';
import { filesOf, fingerprint, root, runStep } from './fingerprint.mjs';
import { generate } from './generate.mjs';
import { runTool } from './run-tool.mjs';

const page = 'src/sandbox/page';
const isPage = (/** @type {string} */ file) => file.startsWith(`${path.normalize(page)}${path.sep}`);
const isCode = (/** @type {string} */ file) => /\.tsx?$/.test(file);

/** TypeScript to JavaScript. Types are checked by `npm test`; a start does not wait for that. */
function compile() {
  const code = filesOf(['src'], (file) => isCode(file) && !isPage(file));
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'node_modules/typescript/package.json'];
  return runStep({
    name: 'compile',
    doing: 'Compiling …',
    print: fingerprint([...code, ...filesOf(settings)]),
    done: () => existsSync(path.join(root, 'dist/store/database.js')),
    async run() {
      const fresh = path.join(root, '.cache/compiled');
      rmSync(fresh, { recursive: true, force: true });
      await runTool('node_modules/typescript/bin/tsc', [
        ...['-p', 'tsconfig.build.json', '--noCheck', '--outDir', fresh],
      ]);
      replaceCompiled(fresh);
    },
  });
}

/** Puts new folders in the place of old ones, so that nothing of a deleted source stays. */
function replaceCompiled(/** @type {string} */ fresh) {
  const dist = path.join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist)) {
    if (name !== 'template') rmSync(path.join(dist, name), { recursive: true, force: true });
  }
  for (const name of readdirSync(fresh)) renameSync(path.join(fresh, name), path.join(dist, name));
  rmSync(fresh, { recursive: true, force: true });
}

/** Whatever is not TypeScript goes along as it is. */
function copyAssets() {
  const assets = filesOf(['src'], (file) => !isCode(file) && !isPage(file));
  return runStep({
    name: 'assets',
    doing: 'Copying files …',
    print: fingerprint(assets),
    done: () => assets.every((file) => existsSync(inDist(file))),
    async run() {
      for (const file of assets) cpSync(path.join(root, file), inDist(file));
    },
  });
}

const inDist = (/** @type {string} */ file) => path.join(root, 'dist', path.relative('src', file));

/** The sandbox's page: a script, a style sheet, and its fonts. */
function bundlePage() {
  const entry = path.join(root, page, 'main.tsx');
  if (!existsSync(entry)) return Promise.resolve(false);
  const files = filesOf([
    'src/sandbox',
    'scripts/evaluate-plugin.mjs',
    ...['esbuild', 'preact', 'emojibase-data'].map((name) => `node_modules/${name}/package.json`),
    'node_modules/@fontsource/noto-color-emoji/package.json',
    'node_modules/@fontsource-variable/noto-sans-jp/package.json',
  ]);
  return runStep({
    name: 'page',
    doing: 'Bundling the page …',
    print: fingerprint(files),
    done: () => existsSync(path.join(root, 'dist/sandbox/page/main.js')),
    async run() {
      const { build: bundle } = await import('esbuild');
      const out = path.join(root, 'dist/sandbox/page');
      for (const file of filesOf([page], (name) => name.endsWith('.html'))) {
        cpSync(path.join(root, file), path.join(out, path.relative(page, file)));
      }
      await bundle({
        entryPoints: [entry],
        outdir: out,
        bundle: true,
        format: 'esm',
        target: 'es2022',
        jsx: 'automatic',
        jsxImportSource: 'preact',
        plugins: [evaluatePlugin(/emoji-table\.ts$/)],
        // Every browser that can show the page reads woff2.
        loader: { '.woff2': 'file', '.woff': 'empty' },
        assetNames: 'fonts/[name]',
        minify: true,
        sourcemap: true,
        logLevel: 'error',
      });
    },
  });
}

/** A database that is ready to be used, so that a first start only has to copy it. */
function makeTemplate() {
  const makers = [
    ...['prisma/migrations', 'src/store/embedded', 'src/store/migrate.ts', 'src/store/schema-engine.ts'],
    ...['src/jobs/migrate-jobs.ts', 'node_modules/graphile-worker/package.json'],
    'node_modules/@electric-sql/pglite/package.json',
  ];
  return runStep({
    name: 'template',
    doing: 'Preparing a database for the first start …',
    print: fingerprint(filesOf(makers)),
    done: () => existsSync(path.join(root, 'dist/template/maker')),
    run: () => runTool('scripts/template.mjs', []),
  });
}

/** Builds whatever is out of date. */
export async function build() {
  await generate();
  await compile();
  await copyAssets();
  await bundlePage();
  await makeTemplate();
}

/** Builds, and says in a few words what went wrong. */
export async function buildOrExit() {
  try {
    await build();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildOrExit();
