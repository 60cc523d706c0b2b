import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Sandbox } from '../../src/sandbox/surface.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { en } from '../../src/slack/words/en.ts';
import { dmsTo, readMessage, readView } from '../support/reading-slack.ts';
import { type Acting, actingIn } from './support/acting.ts';
import { like } from './support/like.ts';
import { type Cast, type Stage, setStage } from './support/stage.ts';

jest.setTimeout(60_000);

const minute = 60_000;
const fright = 'i truncated the ledger and i want to hide';
const summary = 'We lost the ledger. Help is here.';

/** What a manager hears of, and when, over the wire, with a clock that moves. */
describe('the manager', () => {
  let stage: Stage;
  let sandbox: Sandbox;
  let acting: Acting;

  beforeAll(async () => {
    stage = await setStage({ engineers: ['ada', 'bo', 'cy', 'di', 'eli'] });
    ({ sandbox } = stage);
    acting = actingIn(sandbox);
  }, 60_000);

  afterAll(async () => {
    await stage?.clear();
  }, 30_000);

  const readBy = (person: Cast['manager']) => dmsTo(person).map(readMessage).join('\n');

  async function asksUntilManager(cast: Cast): Promise<void> {
    await acting.asks(cast, fright);
    await acting.tellsWhatHappened(cast);
  }

  /** Chooses a time; the screen is drawn anew. */
  async function chooses({ engineer }: Cast, when: string, then: string | RegExp): Promise<void> {
    expect(await engineer.click({ in: 'view' }, actionIds.summaryWhen, { value: when })).toEqual({
      result: 'done',
    });
    await acting.window(engineer, then);
  }

  it('reads it in the morning, and has a text for their own boss in which nobody is named', async () => {
    const cast = stage.cast('ada');
    const { engineer, manager } = cast;
    const zone = 'Asia/Tokyo';
    await sandbox.admin({ do: 'updatePerson', user: manager.id, set: { tz: zone } });
    await asksUntilManager(cast);
    await acting.answers(engineer, en.screens.escalation.text, {
      ...{ summary_text: summary, summary_when: 'morning' },
    });
    await acting.window(engineer, 'The next step');
    await engineer.close({ all: true });
    await acting.press(engineer, actionIds.resolve);
    await acting.dm(engineer, en.closing.rest);
    expect(readBy(manager)).toBe('');

    await stage.later(4 * 24 * 60 * minute);
    const told = await acting.dm(manager, summary);
    expect(readMessage(told)).toMatch(/^\*What to say first:\*/);
    await acting.dm(manager, like(en.summary.closingOver));
    await acting.press(manager, actionIds.copyForBoss);
    const view = await acting.window(manager, en.boss.label);
    const text = String(view.values[actionIds.bossText]?.[actionIds.bossText]);
    expect(text).toContain('is over.');
    expect(text).toMatch(/First known: .* \(\d\d:\d\d UTC\)/);
    expect(text).not.toMatch(/ada|<@|U0|ledger/i);
    expect(await manager.submit()).toEqual({ result: 'done' });
    expect(readBy(manager)).not.toContain('hide');
  });

  it('is sent the facts when the engineer could not tell them in half an hour, as was said before', async () => {
    const cast = stage.cast('bo');
    const { engineer, manager, mentor } = cast;
    await asksUntilManager(cast);
    await acting.press(mentor, actionIds.accept);
    await chooses(cast, 'myself', 'Nothing you wrote is in them.');
    expect(readView(engineer.view())).not.toContain(en.screens.escalation.text);
    expect(await engineer.submit()).toEqual({ result: 'done' });
    await acting.dm(engineer, /If not by .*, I will send the facts/);

    await stage.later(25 * minute);
    await acting.dm(engineer, en.telling.whatFacts);
    expect(readBy(manager)).toBe('');
    await stage.later(5 * minute);
    const facts = readMessage(await acting.dm(manager, 'wanted to tell you about this themselves'));
    expect(facts).toContain('data is lost');
    expect(facts).not.toMatch(/ledger|hide/);
    await acting.dm(engineer, like(en.telling.ranOut));
  });

  it('gets it after the mentor has read it, and before that the engineer hears what to change', async () => {
    const cast = stage.cast('cy');
    const { engineer, manager, mentor } = cast;
    await asksUntilManager(cast);
    await engineer.fill({ summary_text: summary });
    await chooses(cast, 'after_helper', 'Whoever comes to help you');
    expect(await engineer.submit()).toEqual({ result: 'done' });
    await acting.window(engineer, 'The next step');
    await acting.press(mentor, actionIds.accept);
    const toRead = await acting.dm(mentor, like(en.telling.reviewTitle));
    expect(readMessage(toRead)).toContain(summary);

    await acting.press(mentor, actionIds.questionSummary);
    await acting.answers(mentor, en.telling.questionLabel, { remark_text: 'Say since when.' });
    await acting.dm(engineer, 'Say since when.');
    expect(readBy(manager)).toBe('');
    await acting.press(mentor, actionIds.approveSummary);
    await acting.dm(manager, summary);
    await acting.dm(engineer, like(en.telling.approved));
    expect(readBy(manager)).not.toContain('Say since when.');
  });

  it('has their notifications off, so the engineer hears that and tells somebody else', async () => {
    const cast = stage.cast('eli');
    const { engineer, manager, backup } = cast;
    await asksUntilManager(cast);
    await sandbox.admin({
      do: 'updatePerson',
      user: manager.id,
      set: { dnd: { start: '00:00', end: '23:59' } },
    });
    await acting.tellsManager(cast, summary);
    await engineer.close({ all: true });
    await acting.dm(manager, summary);
    await acting.dm(engineer, like(en.telling.paused));
    await acting.press(engineer, actionIds.tellOther);
    await acting.answers(engineer, en.telling.otherLabel, { other_reader: backup.id });
    await acting.dm(backup, summary);
    await acting.press(engineer, actionIds.resolve);
    for (const person of [manager, backup]) await acting.dm(person, like(en.summary.closingOver));
  });

  it('asks a question, which the engineer answers, and hears that it is open again', async () => {
    const cast = stage.cast('di');
    const { engineer, manager, mentor } = cast;
    await asksUntilManager(cast);
    await acting.tellsManager(cast, summary);
    await engineer.close({ all: true });
    await acting.press(manager, actionIds.askQuestion);
    await acting.answers(manager, en.questions.askLabel, { question_text: 'Do customers see it?' });
    await acting.dm(engineer, 'Do customers see it?');
    await acting.press(engineer, actionIds.answerQuestion);
    await acting.answers(engineer, en.questions.answerLabel, { answer_text: 'Two of them.' });
    await acting.dm(manager, 'Two of them.');
    expect(readBy(mentor)).not.toMatch(/Do customers see it|Two of them/);

    await acting.press(engineer, actionIds.resolve);
    await acting.dm(manager, like(en.summary.closingOver));
    await acting.press(engineer, actionIds.reopen);
    await acting.dm(manager, 'It is open again.');
    await acting.withButton(engineer, actionIds.continue);
    expect(stage.leaks()).toEqual([]);
  });
});
