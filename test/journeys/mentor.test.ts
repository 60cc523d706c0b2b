import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PersonDriver, Sandbox } from '../../src/sandbox/surface.ts';
import { en } from '../../src/slack/words/en.ts';
import { dmsTo, readMessage, saying } from '../support/reading-slack.ts';
import { type Acting, actingIn, actionsOf } from './support/acting.ts';
import { like } from './support/like.ts';
import { type Stage, setStage } from './support/stage.ts';

jest.setTimeout(30_000);

const minute = 60_000;

describe('the people who are asked', () => {
  let stage: Stage;
  let sandbox: Sandbox;
  let acting: Acting;

  beforeAll(async () => {
    stage = await setStage({ engineers: ['ana', 'bo', 'cy', 'di', 'el', 'fi', 'gil'] });
    ({ sandbox } = stage);
    acting = actingIn(sandbox);
  }, 60_000);

  afterAll(async () => {
    await stage?.clear();
  }, 30_000);

  const count = (person: PersonDriver, words: string | RegExp) =>
    dmsTo(person).filter((message) => readMessage(message).match(words)).length;

  it('ask the next one at once when the mentor comes in ten minutes, and remind the mentor once', async () => {
    const cast = stage.cast('ana');
    const { engineer, mentor, backup } = cast;
    await acting.asks(cast, 'i dropped the orders table');
    await acting.press(mentor, 'later_ask');
    await acting.dm(engineer, new RegExp(`<@${mentor.id}> can come at .* I have asked <@${backup.id}>`));
    await acting.dm(backup, 'is asking for your help');
    await acting.press(backup, 'decline_ask');
    await acting.dm(engineer, 'Who should I ask for you?');
    await stage.later(10 * minute);
    await acting.dm(mentor, like(en.asking.reminder));
    await stage.later(1 * minute);
    expect(count(mentor, 'Can you come now?')).toBe(1);
    await acting.press(mentor, 'accept_ask');
    await acting.dm(engineer, `<@${mentor.id}> is with you`);
    await acting.dm(mentor, en.asking.reminderOver);
  });

  it('stand down the mentor who would have come later when somebody else came', async () => {
    const cast = stage.cast('bo');
    const { engineer, mentor, backup } = cast;
    await acting.asks(cast, 'the deploy is broken');
    await acting.press(mentor, 'later_ask');
    await acting.press(backup, 'accept_ask');
    await acting.dm(engineer, `<@${backup.id}> is with you`);
    await acting.dm(mentor, `<@${backup.id}> is with <@${engineer.id}> now. You do not need to come.`);
    await stage.later(11 * minute);
    expect(count(mentor, 'Can you come now?')).toBe(0);
  });

  it('write steps for the engineer, of which the risky ones wait for a third pair of eyes', async () => {
    const cast = stage.cast('cy');
    const { engineer, mentor, backup } = cast;
    await acting.asks(cast, 'the queue is empty and it was me');
    await acting.press(mentor, 'accept_ask');
    await acting.press(mentor, 'write_step');
    await acting.answers(mentor, en.steps.writeTitle, {
      ...{ step_text: 'Read the queue’s log', step_confidence: '5', step_undo: 'yes' },
    });
    await acting.dm(engineer, 'has written a step for your plan');
    expect(mentor.view()).toBeUndefined();
    await acting.press(mentor, 'write_step');
    await acting.answers(mentor, en.steps.writeTitle, {
      ...{ step_text: 'Replay the lost messages', step_confidence: '2', step_undo: 'no' },
    });
    const check = await acting.dm(backup, 'A step waits for a second person');
    expect(readMessage(check)).toContain('Replay the lost messages');
    expect(saying(dmsTo(mentor), 'A step waits for a second person')).toBeUndefined();
    await engineer.close({ all: true });
    await acting.press(engineer, 'continue');
    await acting.press(mentor, 'continue');
    await acting.window(mentor, 'Is it still happening?');
  });

  it('take over from the engineer, who stays, and from a helper, who is thanked', async () => {
    const cast = stage.cast('di');
    const { engineer, mentor, backup } = cast;
    await acting.asks(cast, 'half of the invoices are gone');
    await acting.press(mentor, 'accept_ask');
    await engineer.close({ all: true });
    const card = await acting.withButton(engineer, 'card_menu');
    const [value = ''] = JSON.stringify(card.blocks).match(/hand_off:[\w-]+/) ?? [];
    await engineer.click(card, 'card_menu', { value });
    await acting.answers(engineer, en.handOff.label, { helper: mentor.id });
    await acting.dm(mentor, 'has given you the keyboard');
    await acting.dm(engineer, like(en.card.keyboard));
    await acting.press(mentor, 'hand_off');
    await acting.answers(mentor, en.handOff.label, { helper: backup.id });
    await acting.dm(backup, 'would like to hand over to you');
    await acting.press(backup, 'accept_ask');
    await acting.dm(mentor, 'Thank you for being there.');
    await acting.dm(engineer, `<@${backup.id}> is with you in place of <@${mentor.id}> now.`);
    await sandbox.until(
      () => dmsTo(mentor).every((message) => !actionsOf(message).includes('decline_ask')) || undefined,
      { what: 'the mentor has nothing left to answer' },
    );
  });

  it('are never oneself, an app, a guest, or somebody from outside', async () => {
    const cast = stage.cast('el');
    const { engineer, mentor } = cast;
    await acting.asks(cast, 'i think i sent it to everybody');
    await acting.press(mentor, 'accept_ask');
    await engineer.close({ all: true });
    const card = await acting.withButton(engineer, 'card_menu');
    const [choose = ''] = JSON.stringify(card.blocks).match(/choose:[\w-]+/) ?? [];
    await engineer.click(card, 'card_menu', { value: choose });
    await acting.answers(engineer, en.screens.chooseHelper.title, { helper: stage.cast('ana').backup.id });
    await acting.dm(stage.cast('ana').backup, 'is asking for your help');
    await acting.press(mentor, 'hand_off');
    await acting.window(mentor, en.handOff.label);
    const refusals = [
      [mentor.id, en.failures.rejection('hand_off_to_oneself')],
      [engineer.id, en.failures.rejection('helper_is_engineer')],
      ['U0OOPSBOT', en.failures.notAPerson],
      ['U0KIM', en.failures.outsider],
      ['U0ROBIN', en.failures.outsider],
      ['U0LOU', en.failures.deactivated],
    ] as const;
    for (const [helper, sentence] of refusals) {
      await mentor.fill({ helper });
      const outcome = await mentor.submit();
      expect([helper, JSON.stringify(outcome)]).toEqual([helper, expect.stringContaining(sentence)]);
    }
    expect(count(engineer, 'in place of')).toBe(0);
  });

  it('do the part that the engineer cannot do: exactly that screen, with nothing lost', async () => {
    const cast = stage.cast('fi');
    const { engineer, mentor } = cast;
    await acting.asks(cast, 'i dropped the customers table');
    await acting.answers(engineer, 'Is it still happening?', { still_happening: 'no' });
    await acting.window(engineer, 'What is affected?');
    await engineer.fill({ affected: 'the customers table' });
    await engineer.click({ in: 'view' }, 'cannot_do');
    await acting.window(engineer, `I have asked <@${mentor.id}> to come.`);
    await engineer.close({ all: true });
    await acting.press(mentor, 'accept_ask');
    const part = await acting.dm(mentor, 'would like you to do this part');
    expect(await mentor.click(part, 'continue')).toMatchObject({ result: 'done' });
    const view = await acting.window(mentor, 'What is affected?');
    expect(view.values.affected?.affected).toBe('the customers table');
    await acting.answers(mentor, 'What is affected?', { kinds: ['data_lost'] });
    await acting.dm(mentor, en.parts.done);
  });

  it('write to the manager for an engineer who cannot, who then reads and sends it', async () => {
    const cast = stage.cast('gil');
    const { engineer, mentor, manager } = cast;
    await acting.asks(cast, 'i sent the prices to everybody');
    await acting.press(mentor, 'accept_ask');
    await acting.tellsWhatHappened(cast);
    await engineer.fill({ summary_text: 'We have a' });
    await engineer.click({ in: 'view' }, 'cannot_do');
    await acting.window(engineer, `I have asked <@${mentor.id}> to do this part.`);
    await engineer.close({ all: true });
    const part = await acting.dm(mentor, 'a first version of the message to their manager');
    expect(await mentor.click(part, 'continue')).toMatchObject({ result: 'done' });
    const draft = await acting.window(mentor, en.parts.draftTitle);
    expect(draft.values.summary_text?.summary_text).toBe('We have a');
    await acting.answers(mentor, en.parts.draftTitle, { summary_text: 'We have a problem with prices.' });
    const ready = await acting.dm(engineer, 'Only you can send it.');
    expect(dmsTo(manager)).toEqual([]);
    expect(await engineer.click(ready, 'continue')).toMatchObject({ result: 'done' });
    const own = await acting.window(engineer, en.screens.escalation.text);
    expect(own.values.summary_text?.summary_text).toBe('We have a problem with prices.');
    expect(await engineer.submit()).toEqual({ result: 'done' });
    await acting.dm(manager, 'We have a problem with prices.');
  });

  it('never have words, or a token, in the log', () => {
    expect(stage.leaks()).toEqual([]);
  });
});
