import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { modal } from '../../../src/slack/blocks.ts';
import { createCallPauses } from '../../../src/slack/call-pauses.ts';
import { createSlackCalls } from '../../../src/slack/calls.ts';
import { createSlackClients } from '../../../src/slack/clients.ts';
import { type Drawn, redraw } from '../../../src/slack/listeners/open-window.ts';
import { createWindows } from '../../../src/slack/windows.ts';
import { en } from '../../../src/slack/words/en.ts';
import { readableLog } from './support/log-lines.ts';
import { ok, refused, type StubSlack, startStubSlack } from './support/stub-slack.ts';

describe('drawing a window anew', () => {
  let slack: StubSlack;
  const { log } = readableLog();
  const now = () => 0;
  const seen = { id: 'V1', hash: '1.abc', drawing: null };

  beforeEach(async () => {
    slack = await startStubSlack();
  });
  afterEach(() => slack.close());

  function draw(window: Drawn): Promise<void> {
    const deadlines = { person: 10_000, background: 10_000 };
    const clients = createSlackClients('xoxb-1', { apiUrl: slack.apiUrl, log, deadlines });
    const calls = createSlackCalls({ clients, pauses: createCallPauses(now), log, now });
    const view = modal({ title: 'Oops', blocks: [] });
    return redraw({ windows: createWindows(calls), words: en }, window, view);
  }
  const drawn = () => slack.calls.map(({ args }) => [args.view_id, args.hash]);

  it('replaces only what was seen', async () => {
    await draw(seen);
    expect(drawn()).toEqual([['V1', '1.abc']]);
  });

  it('finds the same drawing again, also when it was told some news since', async () => {
    await draw({ ...seen, drawing: 'D1' });
    expect(slack.calls.map(({ args }) => [args.external_id, args.view_id, args.hash])).toEqual([
      ['D1', undefined, undefined],
    ]);
  });

  it('replaces a window of our own, whatever it shows', async () => {
    await draw('V1');
    expect(drawn()).toEqual([['V1', undefined]]);
  });

  it.each(['hash_conflict', 'not_found'])('is done when the person has moved on: %s', async (code) => {
    slack.on('views.update', refused(code));
    await draw(seen);
    expect(drawn()).toHaveLength(1);
  });

  it('is done when it was drawn although the answer was lost', async () => {
    slack.on('views.update', (_call, nth) => (nth === 1 ? 'cut' : refused('hash_conflict')));
    await draw(seen);
    expect(drawn()).toHaveLength(2);
  });

  it('says so when the window still shows what was before', async () => {
    slack.on('views.update', refused('view_too_large'));
    await expect(draw(seen)).rejects.toMatchObject({ sentence: en.failures.notRedrawn });
    slack.on('views.update', ok());
    await draw(seen);
  });
});
