import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PersonDriver, Sandbox } from '../../src/sandbox/surface.ts';
import { en } from '../../src/slack/words/en.ts';
import { dmsTo, readMessage, readView, saying } from '../support/reading-slack.ts';
import { type Acting, actingIn, hasAction, whispersTo } from './support/acting.ts';
import { like } from './support/like.ts';
import { slackClient } from './support/slack-client.ts';
import { type Stage, setStage } from './support/stage.ts';

jest.setTimeout(30_000);

const summary = 'We lost the orders table. Help is here.';
const step = 'Restore the backup beside the live database';

describe('things that happen at once, or too late', () => {
  let stage: Stage;
  let sandbox: Sandbox;
  let acting: Acting;

  beforeAll(async () => {
    stage = await setStage({ engineers: ['ada', 'ben', 'cid', 'dot', 'eve', 'fay', 'gus', 'hal'] });
    ({ sandbox } = stage);
    acting = actingIn(sandbox);
  }, 60_000);

  afterAll(async () => {
    await stage?.clear();
  }, 30_000);

  const count = (person: PersonDriver, words: string) =>
    dmsTo(person).filter((message) => readMessage(message).includes(words)).length;

  /** Two clicks before the first is answered, as of a trembling hand. */
  async function twice(person: PersonDriver, actionId: string): Promise<void> {
    const message = await acting.withButton(person, actionId);
    const outcomes = await Promise.all([person.click(message, actionId), person.click(message, actionId)]);
    expect(outcomes).toMatchObject([{ result: 'done' }, { result: 'done' }]);
  }

  it('takes two clicks for one, on every button that tells somebody something', async () => {
    const cast = stage.cast('ada');
    const { engineer, mentor, backup, manager } = cast;
    await acting.asks(cast, 'i dropped the orders table');
    await acting.tellsWhatHappened(cast);
    await acting.tellsManager(cast, summary);
    await acting.plans(engineer, step);
    await twice(mentor, 'accept_ask');
    await acting.dm(engineer, 'is with you');
    await twice(mentor, 'approve_step');
    await acting.dm(engineer, 'has checked a step');
    await twice(manager, 'summary_seen');
    await acting.dm(engineer, 'has read your summary');
    await twice(engineer, 'need_person');
    await acting.dm(backup, 'is asking for your help');
    await engineer.close({ all: true });
    await twice(engineer, 'resolve');
    await acting.dm(engineer, 'is over. Whoever was asked knows.');
    await acting.dm(mentor, like(en.closing.helper));
    await acting.dm(backup, like(en.asking.stoodDown));
    await acting.dm(manager, 'is over.');
    const told = ['is with you', 'has checked a step', 'has read your summary', 'is over. Whoever'];
    expect(told.map((words) => count(engineer, words))).toEqual([1, 1, 1, 1]);
    expect(count(mentor, 'is asking for your help')).toBe(1);
    expect(count(backup, 'is asking for your help')).toBe(1);
    expect(count(manager, summary)).toBe(1);
    expect(engineer.screen().notices).toEqual([]);
  });

  it('lets two people press at once, and both are right', async () => {
    const cast = stage.cast('ben');
    const { engineer, mentor, backup } = cast;
    await acting.asks(cast, 'the cache is empty and it was me');
    await acting.press(engineer, 'need_person');
    const [asked, askedToo] = [
      await acting.withButton(mentor, 'accept_ask'),
      await acting.withButton(backup, 'accept_ask'),
    ];
    const outcomes = await Promise.all([
      mentor.click(asked, 'accept_ask'),
      backup.click(askedToo, 'accept_ask'),
      engineer.fill({ still_happening: 'no' }).then(() => engineer.submit()),
    ]);
    expect(outcomes).toMatchObject([{ result: 'done' }, { result: 'done' }, { result: 'done' }]);
    await acting.dm(engineer, `<@${mentor.id}> is with you`);
    await acting.dm(engineer, `<@${backup.id}> is with you`);
    await acting.window(engineer, 'What is affected?');
    const both = like((a, b) => en.card.withYou([a, b]));
    await sandbox.until(() => saying(dmsTo(engineer), both), { what: 'both on the card' });
  });

  it('tells a mentor who comes the moment it ends that it is over, and nobody is left waiting', async () => {
    const cast = stage.cast('cid');
    const { engineer, mentor } = cast;
    await acting.asks(cast, 'the deploy is broken, my fault');
    const [asked, card] = [
      await acting.withButton(mentor, 'accept_ask'),
      await acting.withButton(engineer, 'resolve'),
    ];
    await engineer.close({ all: true });
    const outcomes = await Promise.all([engineer.click(card, 'resolve'), mentor.click(asked, 'accept_ask')]);
    expect(outcomes).toMatchObject([{ result: 'done' }, { result: 'done' }]);
    await acting.dm(engineer, 'is over. Whoever was asked knows.');
    await sandbox.until(
      () =>
        saying(dmsTo(mentor), like(en.closing.helper)) ?? saying(dmsTo(mentor), like(en.asking.stoodDown)),
      { what: 'the mentor hears that it is over' },
    );
    await sandbox.until(() => !dmsTo(mentor).some((message) => hasAction(message, 'accept_ask')), {
      what: 'nothing is left to press',
    });
  });

  it('answers a window of an incident that has ended meanwhile at its field, with everything typed still there', async () => {
    const cast = stage.cast('dot');
    const { engineer } = cast;
    await acting.asks(cast, 'i ran the wrong migration');
    await acting.tellsWhatHappened(cast);
    await engineer.fill({ summary_text: summary, summary_when: 'now' });
    await acting.press(engineer, 'resolve');
    await acting.dm(engineer, 'is over. Whoever was asked knows.');
    const outcome = await engineer.submit();
    expect(outcome).toMatchObject({ result: 'invalid', by: 'app' });
    expect(JSON.stringify(outcome)).toContain(en.failures.rejection('incident_over'));
    expect(engineer.view()?.values.summary_text?.summary_text).toBe(summary);
    expect(dmsTo(cast.manager)).toEqual([]);
  });

  it('has the new words read before a step is approved that was rewritten meanwhile', async () => {
    const cast = stage.cast('eve');
    const { engineer, mentor } = cast;
    await acting.asks(cast, 'half of the invoices went to the wrong people');
    await acting.tellsWhatHappened(cast);
    await acting.tellsManager(cast, summary);
    await acting.plans(engineer, step);
    const old = await acting.withButton(mentor, 'approve_step');
    const plan = await acting.window(engineer, step);
    const menu = JSON.stringify(plan.blocks).match(/change:s1:[\w-]+/)?.[0] ?? '';
    expect(await engineer.click({ in: 'view' }, 'step_menu', { value: menu })).toMatchObject({
      result: 'done',
    });
    await acting.answers(engineer, 'Change this step', { step_text: 'Drop it all and begin anew' });
    await acting.dm(mentor, 'Drop it all and begin anew');
    await acting.dm(mentor, en.steps.changedSince);
    // What still stands on a phone that has not caught up.
    const { channel, ts, blocks, text } = old;
    await slackClient(sandbox).chat.update({
      channel,
      ts,
      text,
      blocks: blocks.map((block) => ({ ...block })),
    });
    expect(await mentor.click(old, 'approve_step')).toMatchObject({ result: 'done' });
    await sandbox.until(
      () => whispersTo(mentor, channel).some((said) => said === en.failures.rejection('step_changed')),
      {
        what: 'the mentor is told to read the new one',
      },
    );
    expect(count(engineer, 'has checked a step')).toBe(0);
    await acting.press(mentor, 'approve_step');
    await acting.dm(engineer, 'has checked a step');
  });

  it('says where to go on when the window does not open in time, and goes on there', async () => {
    const cast = stage.cast('fay');
    const { engineer, mentor } = cast;
    await sandbox.fault({ fault: 'slack_error', method: 'views.open', error: 'expired_trigger_id' });
    const outcome = await engineer.command('#eng-platform', '/oops', 'i deleted the wrong bucket');
    expect(outcome).toMatchObject({ result: 'done' });
    await acting.dm(mentor, 'i deleted the wrong bucket');
    const said = await sandbox.until(() => whispersTo(engineer, '#eng-platform')[0], { what: 'told' });
    expect(said).toBe(en.failures.screenDidNotOpen);
    await acting.press(engineer, 'continue');
    await acting.window(engineer, 'Is it still happening?');
    expect(readView(engineer.view())).toContain('I have asked');
  });

  it('says so too under every button that opens a window', async () => {
    const cast = stage.cast('gus');
    const { engineer, mentor } = cast;
    await acting.asks(cast, 'the wrong cluster is gone');
    await acting.tellsWhatHappened(cast);
    await acting.tellsManager(cast, summary);
    await acting.plans(engineer, step);
    await engineer.close({ all: true });
    const buttons = [
      [engineer, 'continue'],
      [engineer, 'add_note'],
      [mentor, 'question_step'],
    ] as const;
    for (const [person, actionId] of buttons) {
      await sandbox.fault({ fault: 'slack_error', method: 'views.open', error: 'expired_trigger_id' });
      const message = await acting.withButton(person, actionId);
      const before = whispersTo(person, message.channel).length;
      expect(await person.click(message, actionId)).toMatchObject({ result: 'done' });
      await sandbox.until(() => whispersTo(person, message.channel).length > before, {
        what: `told after ${actionId}`,
      });
      expect(person.view()).toBeUndefined();
      await person.click(message, actionId);
      await sandbox.until(() => person.view() !== undefined, { what: `the window of ${actionId}` });
      await person.close({ all: true });
    }
  });

  it('never has words, or a token, in the log', () => {
    expect(stage.logs.length).toBeGreaterThan(50);
    expect(stage.leaks()).toEqual([]);
  });
});
