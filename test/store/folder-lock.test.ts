import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lockFolder } from '../../src/store/embedded/folder-lock.ts';
import { startChild } from '../support/child.ts';

describe('the lock of a data folder', () => {
  let base: string;

  beforeAll(() => {
    base = mkdtempSync(path.join(tmpdir(), 'oops-lock-'));
  });

  afterAll(() => {
    rmSync(base, { recursive: true, force: true });
  });

  const folder = (name: string): string => path.join(base, name);

  it('is refused to a second taker, with the name of the folder, until the first lets go', async () => {
    const first = await lockFolder(folder('one'));
    await expect(lockFolder(folder('one'))).rejects.toMatchObject({
      code: 'folder_in_use',
      message: expect.stringContaining(folder('one')),
    });
    await first.release();
    await (await lockFolder(folder('one'))).release();
  });

  it('is refused while another process has it, and free at once when that is killed', async () => {
    const child = startChild('lock-folder', { folder: folder('killed') });
    expect(await child.line()).toBe('held');
    await expect(lockFolder(folder('killed'))).rejects.toMatchObject({ code: 'folder_in_use' });
    await child.kill();
    await (await lockFolder(folder('killed'))).release();
  });

  it('goes to exactly one of many who want it at the same moment, over what dead ones left', async () => {
    const left = startChild('lock-folder', { folder: folder('many') });
    expect(await left.line()).toBe('held');
    await left.kill();
    for (let round = 0; round < 5; round += 1) {
      const takers = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder('many'))));
      const winners = takers.flatMap((taker) => (taker.status === 'fulfilled' ? [taker.value] : []));
      expect(winners.length).toBe(1);
      await winners[0]?.release();
    }
  });

  it('goes to exactly one of several processes that start together', async () => {
    const children = Array.from({ length: 4 }, () => startChild('lock-folder', { folder: folder('race') }));
    const said = await Promise.all(children.map((child) => child.line()));
    await Promise.all(children.map((child) => child.kill()));
    expect(said.sort()).toEqual(['folder_in_use', 'folder_in_use', 'folder_in_use', 'held']);
  });

  it('works in a folder whose path is longer than a socket may have', async () => {
    const deep = path.join(base, 'a'.repeat(100), 'b'.repeat(100));
    const lock = await lockFolder(deep);
    await expect(lockFolder(deep)).rejects.toMatchObject({ code: 'folder_in_use' });
    await lock.release();
  });

  it('says so when the folder cannot be one', async () => {
    writeFileSync(folder('file'), '');
    await expect(lockFolder(folder('file'))).rejects.toMatchObject({ code: 'folder_unusable' });
    await expect(lockFolder(path.join(folder('file'), 'below'))).rejects.toMatchObject({
      code: 'folder_unusable',
    });
  });
});
