import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Each layer with what it may never import: other layers, files of `src`, packages. */
const forbidden = {
  'domain/x.ts': [
    ...['../app/x.ts', '../slack/x.ts', '../store/x.ts', '../jobs/x.ts', '../http/x.ts', '../panic/x.ts'],
    ...['../sandbox/x.ts', '../playbooks/x.ts', '../config.ts', 'zod', 'node:crypto', '@slack/types', 'pg'],
  ],
  'panic/x.ts': ['../domain/x.ts', '../app/x.ts', '../slack/x.ts', '../store/x.ts', 'node:fs', 'zod'],
  'app/x.ts': [
    ...['../slack/x.ts', '../store/x.ts', '../jobs/x.ts', '../http/x.ts', '../sandbox/x.ts'],
    ...['../main.ts', '../compose.ts', '../config.ts'],
    ...['@slack/bolt', '@slack/types', '@prisma/client', 'pg', 'graphile-worker', '@electric-sql/pglite'],
  ],
  'slack/x.ts': ['../store/x.ts', '../jobs/x.ts', '../http/x.ts', '../sandbox/x.ts', '../main.ts', 'pg'],
  'slack/views/x.ts': ['../../store/x.ts', '../../jobs/x.ts', '../../http/x.ts', '../../sandbox/x.ts'],
  'slack/views/screens/x.ts': [
    ...['../../../store/a/x.ts', '../../../jobs/x.ts', '../../../compose.ts', '../../../config.ts'],
    ...['@prisma/client', '@prisma/client/runtime', 'graphile-worker'],
  ],
  'store/x.ts': [
    '../slack/x.ts',
    '../jobs/x.ts',
    '../http/x.ts',
    '../sandbox/x.ts',
    '@slack/bolt',
    'graphile-worker',
  ],
  'store/repositories/x.ts': ['../../slack/x.ts', '../../jobs/x.ts', '../../http/x.ts', '../../compose.ts'],
  'jobs/x.ts': [
    '../slack/x.ts',
    '../store/x.ts',
    '../http/x.ts',
    '../sandbox/x.ts',
    '@prisma/client',
    '@slack/bolt',
  ],
  'http/x.ts': ['../slack/x.ts', '../store/x.ts', '../jobs/x.ts', '../sandbox/x.ts', '@slack/bolt', 'pg'],
  'playbooks/x.ts': ['../slack/x.ts', '../store/x.ts', '../jobs/x.ts', '../http/x.ts', '../sandbox/x.ts'],
  'sandbox/x.ts': ['../domain/x.ts', '../app/x.ts', '../slack/x.ts', '../log.ts', '@slack/bolt', 'pg'],
  'sandbox/api/x.ts': ['../../domain/x.ts', '../../slack/ids.ts', '../../config.ts'],
  'sandbox/page/blocks/x.ts': ['../../../domain/x.ts', '../../../log.ts'],
  'sandbox/page/blocks/elements/x.ts': ['../../../../domain/x.ts'],
  'compose.ts': ['./sandbox/x.ts', '@slack/bolt', '@prisma/client', 'pg', 'graphile-worker'],
  'config.ts': ['./sandbox/x.ts'],
  'main.ts': ['./sandbox/x.ts', '@slack/bolt', '@prisma/client', 'pg', 'graphile-worker'],
  'local-slack.ts': ['@slack/bolt', '@prisma/client', 'pg', 'graphile-worker'],
} as const satisfies Record<string, readonly string[]>;

/** What the same layers need every day: a rule that forbids too much would be switched off. */
const allowed: { readonly [File in keyof typeof forbidden]?: readonly string[] } = {
  'domain/x.ts': ['./incident.ts'],
  'panic/x.ts': ['./cues.ts'],
  'app/x.ts': ['../domain/x.ts', './ports.ts', '../panic/score.ts', 'node:crypto', 'zod'],
  'slack/views/x.ts': [
    '../../domain/x.ts',
    '../../app/x.ts',
    '../words/en.ts',
    '@slack/bolt',
    '@slack/types',
    'zod',
  ],
  'store/repositories/x.ts': [
    '../../domain/x.ts',
    '../../app/ports.ts',
    '../generated/client.ts',
    '@prisma/client',
    'pg',
  ],
  'jobs/x.ts': ['../domain/x.ts', '../app/ports.ts', 'graphile-worker', 'pino'],
  'http/x.ts': ['../app/ports.ts', '../domain/x.ts', 'node:http', 'prom-client'],
  'playbooks/x.ts': ['../domain/playbook.ts', 'yaml', 'zod', 'node:fs'],
  'sandbox/x.ts': ['./protocol.ts', './api/x.ts', '@slack/types', 'ws', 'zod'],
  'sandbox/page/blocks/elements/x.ts': ['../../../protocol.ts', '../../state/x.ts', '../x.ts', 'preact'],
  'compose.ts': [
    './domain/x.ts',
    './app/x.ts',
    './slack/x.ts',
    './store/x.ts',
    './jobs/x.ts',
    './http/x.ts',
    './log.ts',
  ],
  'main.ts': ['./compose.ts', './local-slack.ts', 'dotenv'],
  'local-slack.ts': ['./sandbox/x.ts', './compose.ts'],
};

/** The ways to import, each in one line: a finding is known by its line. */
const forms: readonly ((path: string, n: number) => string)[] = [
  (path, n) => `import { x as v${n} } from '${path}'; export const w${n} = v${n};`,
  (path, n) => `import type { X as V${n} } from '${path}'; export type W${n} = V${n};`,
  (path, n) => `import { type X as V${n} } from '${path}'; export type W${n} = V${n};`,
  (path) => `import '${path}';`,
  (path, n) => `export { x as v${n} } from '${path}';`,
  (path, n) => `export type { X as V${n} } from '${path}';`,
  (path, n) => `export * as v${n} from '${path}';`,
  (path, n) => `export const v${n} = await import('${path}');`,
];

type Case = {
  readonly layerFile: string;
  readonly line: number;
  readonly code: string;
  readonly refused: boolean;
};

/** One file for each layer: first what it may not import, then what it may, in every form. */
function casesOf(layerFile: keyof typeof forbidden): readonly Case[] {
  const paths = [
    ...forbidden[layerFile].map((path) => ({ path, refused: true })),
    ...(allowed[layerFile] ?? []).map((path) => ({ path, refused: false })),
  ];
  return paths
    .flatMap(({ path, refused }) => forms.map((form) => ({ path, refused, form })))
    .map(({ path, refused, form }, index) => ({
      layerFile,
      line: index + 1,
      code: form(path, index),
      refused,
    }));
}

const layerFiles = Object.keys(forbidden) as (keyof typeof forbidden)[];
let folder = '';
/** `file:line` of everything the linter refuses. */
let refusals: ReadonlySet<string> = new Set();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oops-boundaries-'));
  const settings = ['biome.json', 'biome.layers.json', '.gitignore'];
  await Promise.all(settings.map((name) => copyFile(join(root, name), join(folder, name))));
  for (const layerFile of layerFiles) {
    const file = join(folder, 'src', layerFile);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(
      file,
      casesOf(layerFile)
        .map(({ code }) => `${code}\n`)
        .join(''),
    );
  }
  refusals = await lint(folder);
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true });
});

type Report = {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }[];
};

function lint(cwd: string): Promise<ReadonlySet<string>> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', '.'];
  return new Promise((resolve) => {
    execFile(process.execPath, [biome, ...args], { cwd, maxBuffer: 64_000_000 }, (_error, stdout) => {
      const report: Report = JSON.parse(stdout);
      const found = report.diagnostics.filter(
        ({ category }) => category === 'lint/style/noRestrictedImports',
      );
      resolve(new Set(found.map(({ location }) => `${normal(location.path)}:${location.start.line}`)));
    });
  });
}

const normal = (file: string) => file.replaceAll('\\', '/');
const isRefused = ({ layerFile, line }: Case) => refusals.has(`src/${layerFile}:${line}`);

describe('the linter', () => {
  it.each(layerFiles)('refuses every way of importing what src/%s may not', (layerFile) => {
    const missed = casesOf(layerFile).filter((item) => item.refused && !isRefused(item));
    expect(missed.map(({ code }) => code)).toEqual([]);
  });

  it.each(layerFiles)('lets src/%s import what it needs', (layerFile) => {
    const hindered = casesOf(layerFile).filter((item) => !item.refused && isRefused(item));
    expect(hindered.map(({ code }) => code)).toEqual([]);
  });
});

describe('the source', () => {
  /** What the linter does not see. */
  const hiddenImports = [
    { why: 'a type by import()', pattern: /typeof import\('\.|import\('\.[^']+'\)\.(?!then|catch|finally)/ },
    { why: 'a path in disguise', pattern: /(?:from |import\(|import )'\.\/\.\./ },
    { why: 'require', pattern: /\brequire\('\./ },
  ];

  it('hides no import from the linter', async () => {
    const found: string[] = [];
    for (const file of await sourceFiles('src')) {
      const text = await readFile(join(root, file), 'utf8');
      for (const { why, pattern } of hiddenImports) if (pattern.test(text)) found.push(`${file}: ${why}`);
    }
    expect(found).toEqual([]);
  });

  it('imports the sandbox only when it runs, since the production image has none', async () => {
    const files = (await readdir(join(root, 'src'))).filter((name) => name.endsWith('.ts'));
    const eager = await Promise.all(
      files.map(async (name) => [name, await readFile(join(root, 'src', name), 'utf8')] as const),
    );
    const pattern = /^(?:import(?! type)|export)[^;]*'\.\/sandbox\//m;
    expect(eager.filter(([, text]) => pattern.test(text)).map(([name]) => name)).toEqual([]);
  });
});

async function sourceFiles(under: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, under), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .filter((file) => !normal(file).startsWith('src/store/generated/'));
}
