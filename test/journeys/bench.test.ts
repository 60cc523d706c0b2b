import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { measures } from '../../bench/report.ts';

it('the bench still tells both stories to the end and measures all of it', async () => {
  const once = ['--times', '1', '--warm-ups', '1', '--starts', '1', '--rest', '1', '--json'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'scripts/bench.mjs', ...once],
    { env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const { measured } = JSON.parse(stdout);
  const empty = measured.filter(({ apps }: { apps: readonly unknown[] }) => apps.length === 0);
  expect(measured).toHaveLength(Object.keys(measures).length);
  expect(empty).toEqual([]);
}, 120_000);
