import { expect } from '@jest/globals';
import type { Sandbox } from '../../../src/sandbox/surface.ts';
import { actionIds } from '../../../src/slack/ids.ts';
import { en } from '../../../src/slack/words/en.ts';
import { actingIn } from './acting.ts';
import { like } from './like.ts';
import type { Cast } from './stage.ts';

const summary = 'We lost the ledger. Help is here.';
const step = 'Restore the ledger beside it';

/** The main story from the first word to the last, for one cast; it ends when everybody knows that it is over. */
export async function wholeStory(sandbox: Sandbox, cast: Cast): Promise<void> {
  const { engineer, mentor, manager } = cast;
  const acting = actingIn(sandbox);
  await acting.asks(cast, 'i truncated the ledger');
  await acting.press(mentor, actionIds.accept);
  await acting.tellsWhatHappened(cast);
  await acting.tellsManager(cast, summary);
  await acting.plans(engineer, step);
  await acting.press(mentor, actionIds.approveStep);
  await acting.press(manager, actionIds.seen);
  await acting.dm(engineer, like(en.summary.seenNotice));
  await acting.dm(engineer, like(en.steps.approved));
  await engineer.close({ all: true });
  await acting.press(engineer, actionIds.continue);
  await acting.window(engineer, step);
  for (const move of ['started', 'done']) {
    const action = `${actionIds.stepMove}.${move}`;
    await sandbox.until(() => JSON.stringify(engineer.view()?.blocks ?? []).includes(`"${action}"`), {
      what: `the step can be ${move}`,
    });
    expect(await engineer.click({ in: 'view' }, action)).toEqual({ result: 'done' });
  }
  await acting.window(engineer, '_done_');
  await engineer.close({ all: true });
  await acting.press(engineer, actionIds.resolve);
  await acting.dm(engineer, en.closing.rest);
  await acting.dm(mentor, like(en.closing.helper));
  await acting.dm(manager, like(en.summary.closingOver));
}
