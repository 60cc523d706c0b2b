import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const decisions = readdirSync(join(root, 'docs/decisions')).filter((name) => /^\d{4}-/.test(name));
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  'docs/bench.md',
  'docs/privacy.md',
  'docs/real-slack.md',
  'docs/decisions/README.md',
  ...decisions.map((name) => `docs/decisions/${name}`),
];
const scripts: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts;

describe('the documents', () => {
  it.each(documents)('%s links only to files that exist', (document) => {
    const links = [...read(document).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((found) => found[1] ?? '');
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
  });

  it.each(documents)('%s names only commands that exist', (document) => {
    const named = [...read(document).matchAll(/npm run ([a-z:-]+)/g)].map((found) => found[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('lists every decision, and each has context, choice and price', () => {
    const index = read('docs/decisions/README.md');
    for (const name of decisions) {
      expect(index).toContain(`(${name})`);
      const headings = [...read(`docs/decisions/${name}`).matchAll(/^## (.*)$/gm)].map((found) => found[1]);
      expect([name, headings]).toEqual([name, ['Context', 'Choice', 'Price']]);
    }
  });

  it('numbers decisions without gaps', () => {
    expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(
      decisions.map((_name, index) => index + 1),
    );
  });
});
