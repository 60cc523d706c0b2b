import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { suggestPlaybooks } from '../../src/domain/playbook.ts';
import type { impactKinds } from '../../src/domain/severity.ts';
import { formatPlaybookProblems, loadPlaybooks } from '../../src/playbooks/load-playbooks.ts';

const folders: string[] = [];

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'oops-playbooks-'));
  folders.push(folder);
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  return folder;
}

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function builtIn() {
  const loaded = await loadPlaybooks(undefined);
  if (!loaded.ok) throw new Error(formatPlaybookProblems(loaded.problems));
  return loaded.playbooks;
}

async function problemsOf(files: Readonly<Record<string, string>>) {
  const loaded = await loadPlaybooks(await folderWith(files));
  return loaded.ok ? [] : loaded.problems;
}

const small = (id: string) => `---
id: ${id}
title: A small one
signs: { words: [small], impact: [] }
stop_first: [Stop it.]
do_not_yet: [{ what: Do not run, why: You could fall }]
evidence: [A note]
options: [{ name: Wait, summary: Wait for it, traps: [It is slow], undo: yes, undo_how: Stop waiting }]
steps: [{ text: Wait, confidence: 5, undo: yes }]
---

# Notes
`;

describe('the built-in playbooks', () => {
  it('load, each under the name of its file', async () => {
    const files = await readdir(new URL('../../playbooks/', import.meta.url));
    expect((await builtIn()).map((playbook) => `${playbook.id}.md`)).toEqual(files.sort());
  });

  it.each([
    ['i dropped the users table', 'deleted-data'],
    ['oh no, I deleted the production database', 'deleted-data'],
    ['I forgot the where clause, every row is overwritten', 'deleted-data'],
    ['ich habe die Produktionsdatenbank gelöscht', 'deleted-data'],
    ['本番のデータベースを間違えて削除してしまいました', 'deleted-data'],
    ['the site is down after my deploy', 'bad-deploy'],
    ['our api is returning 500 for everyone since i merged', 'bad-deploy'],
    ['the release I rolled out broke the kiosks', 'bad-deploy'],
  ])('suggest for "%s" first %s', async (words, id) => {
    const [first] = suggestPlaybooks(await builtIn(), { words, impactKinds: [] });
    expect(first?.playbook.id).toBe(id);
  });

  it('suggest one for lost data and for an outage without any word', async () => {
    const playbooks = await builtIn();
    const first = (kind: (typeof impactKinds)[number]) =>
      suggestPlaybooks(playbooks, { words: '', impactKinds: [kind] })[0]?.playbook.id;
    expect([first('data_lost'), first('unavailable')]).toEqual(['deleted-data', 'bad-deploy']);
  });

  it('warn against what cannot be undone, and say why for each thing not to do yet', async () => {
    for (const playbook of await builtIn()) {
      expect(playbook.options.some((option) => option.undo === 'no')).toBe(true);
      expect(playbook.doNotYet.every((warning) => warning.why.length > 40)).toBe(true);
    }
  });

  it('use calm words: no exclamation marks and no shouting', async () => {
    const text = JSON.stringify(await builtIn());
    expect(text).not.toContain('!');
    expect(text).not.toMatch(/\b[A-Z]{5,}\b/);
  });
});

describe('loadPlaybooks', () => {
  it('loads a folder of the workspace, without its README and drafts', async () => {
    const folder = await folderWith({
      'one.md': small('one'),
      'README.md': 'Ours',
      '_draft.md': 'later',
      'notes.txt': '',
    });
    expect(await loadPlaybooks(folder)).toMatchObject({
      ok: true,
      playbooks: [{ id: 'one', notes: '# Notes', options: [{ undo: 'yes', undoHow: 'Stop waiting' }] }],
    });
  });

  it('reads files with a byte order mark and Windows line ends', async () => {
    const folder = await folderWith({ 'one.md': `\uFEFF${small('one').replaceAll('\n', '\r\n')}` });
    expect(await loadPlaybooks(folder)).toMatchObject({ ok: true });
  });

  it('lists every problem of every file at once, with file and field', async () => {
    const problems = await problemsOf({
      'a.md': small('a').replace('confidence: 5', 'confidence: 9').replace('title: A small one', 'title: ""'),
      'b.md': small('other'),
      'c.md': 'no front matter',
      'd.md': '---\nid: [\n---\n',
      'e.md': small('e')
        .replace('undo: yes, undo_how', 'undo: maybe, undo_how')
        .replace('stop_first:', 'stop:'),
      'f.md': small('f').replace('impact: []', 'impact: [bad]'),
    });
    expect(problems.map(({ file, field }) => `${file} ${field}`)).toEqual([
      'a.md title',
      'a.md steps[1].confidence',
      'b.md id',
      'c.md front matter',
      'd.md front matter',
      'e.md stop_first',
      'e.md options[1].undo',
      'e.md front matter',
      'f.md signs.impact[1]',
    ]);
  });

  it('says what is wrong in words', async () => {
    const problems = await problemsOf({ 'a.md': small('a').replace('confidence: 5', 'confidence: 9') });
    expect(formatPlaybookProblems(problems)).toBe(
      'A playbook has a problem:\n  a.md: steps[1].confidence must be a whole number from 1 (a guess) to 5 (sure).',
    );
  });

  it('names a missing field as missing, and says what a wrong one must be', async () => {
    const missing = await problemsOf({ 'a.md': small('a').replace('title: A small one\n', '') });
    expect(missing).toEqual([{ file: 'a.md', field: 'title', problem: 'is missing' }]);
    const wrong = await problemsOf({ 'a.md': small('a').replace('[Stop it.]', 'Stop it.') });
    expect(wrong).toEqual([{ file: 'a.md', field: 'stop_first', problem: 'must be a list' }]);
  });

  it('refuses a folder that does not exist, and an empty one', async () => {
    expect(await loadPlaybooks('/does/not/exist')).toMatchObject({
      problems: [{ file: '/does/not/exist', field: 'folder' }],
    });
    expect(await loadPlaybooks(await folderWith({}))).toMatchObject({
      problems: [{ problem: 'holds no playbook (*.md)' }],
    });
  });
});
