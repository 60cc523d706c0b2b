import { describe, expect, it } from '@jest/globals';
import { createRenderer } from '../../../src/slack/views/renderer.ts';
import { actionsIn, readAll, readingFor, shown } from './support/reading.ts';
import { stateOf } from './support/states.ts';

const card = async (state: string, text?: string) => {
  const message = await shown({ kind: 'card' }, stateOf(state), text);
  return { text: readAll(message?.blocks), buttons: actionsIn(message?.blocks) };
};

describe('the card', () => {
  it('shows number, status, severity, where one is, and what is next', async () => {
    const { text } = await card('everything told');
    expect(text).toContain('*OOPS-42* · Open · SEV1');
    expect(text).toContain('☑ Reassurance   ☑ Impact   ▸ *Escalation*   ☐ Fix');
    expect(text).toContain('*Next:* tell your manager, in your own words.');
  });

  it('says what is next once there is a plan: to go on with it, and then to end', async () => {
    const { summary, manager } = stateOf('summary seen');
    const { steps } = stateOf('a plan of many steps');
    const planned = { ...stateOf('everything told'), summary, manager, steps };
    const next = async (incident: typeof planned) =>
      readAll((await shown({ kind: 'card' }, incident))?.blocks);
    expect(await next({ ...planned, steps: [] })).toContain('*Next:* make a plan');
    expect(await next(planned)).toContain('*Next:* go on with the plan');
    const done = steps.map((step) => ({ ...step, state: 'done' as const }));
    expect(await next({ ...planned, steps: done })).toContain('*Next:* if it is over, press “It’s over”.');
  });

  it('has one primary way on, and a way to a person', async () => {
    const { buttons } = await card('asked');
    expect(buttons).toEqual(['continue', 'need_person', 'add_note', 'resolve', 'card_menu']);
  });

  it.each([
    ['just opened', '*Asked:* <@U_MIA> (has until <!date^1789503360^{time}|20:16 UTC> to answer)'],
    ['asked with notifications off', '*Asked:* <@U_MIA> (notifications are off) and <@U_BEN> (has until'],
    ['a helper came', '*With you:* <@U_MIA>'],
    ['two helpers came', '*With you:* <@U_MIA> and <@U_BEN>'],
    ['a helper is here and one more is asked', '*Asked:* <@U_BEN>'],
    ['nobody to ask', '*Asked:* everybody I know of. Please choose somebody.'],
    ['everybody declined', '*Asked:* everybody I know of. Please choose somebody.'],
    ['just opened', '*Manager:* not told yet'],
    ['summary for later', '*Manager:* <@U_MONA> will be told <!date^'],
    ['summary by oneself', '*Manager:* <@U_ALEX> will tell <@U_MONA>'],
    ['summary on its way', '*Manager:* the summary to <@U_MONA> is on its way'],
    ['summary delivered', '*Manager:* <@U_MONA> has been told'],
    [
      'summary delivered with notifications off',
      '*Manager:* <@U_MONA> has the summary; their notifications are off',
    ],
    ['summary refused', '*Manager:* I could not reach <@U_MONA>'],
    ['summary seen', '*Manager:* <@U_MONA> has read it'],
    ['a plan with steps in every state', '*Plan:* 1 of 8 steps done · 2 steps wait for a second person'],
    ['two notes', '2 notes'],
  ])('says when %s: %s', async (state, sentence) => {
    expect((await card(state)).text).toContain(sentence);
  });

  it('promises to ask by itself only where it noticed the message by itself', async () => {
    expect((await card('noticed in a channel')).text).toContain('If I hear nothing by');
    expect((await card('opened without a word')).text).not.toContain('If I hear nothing');
    expect((await card('opened without a word')).buttons).toEqual(['yes_help', 'its_nothing']);
  });

  it('shows what was written as one line, as it was written', async () => {
    const { text } = await card('asked', 'I ran a && b <now>\nand then\nc');
    expect(text).toContain('> HELPERSONLY I ran a &amp;&amp; b &lt;now&gt; and then c');
  });

  it('in a channel names the person instead of what they told only their helpers', async () => {
    expect((await card('chosen to be in the thread')).text).toContain('Help for <@U_ALEX>');
  });

  it('is one neutral line in a thread until its author says where they want it', async () => {
    const { text, buttons } = await card('noticed, and help wanted');
    expect(text).toContain('<@U_ALEX> asked for help. I have asked <@U_MIA>.');
    expect(text).not.toMatch(/Manager|SEV|Severity|OOPS|HELPERSONLY/);
    expect(buttons).toEqual(expect.arrayContaining(['continue', 'need_person', 'resolve', 'card_menu']));
    expect((await card('in a thread, with a helper')).text).toContain('<@U_MIA> is with them.');
    expect((await card('over in a thread')).text).toContain('<@U_ALEX> asked for help. That is over now.');
  });

  it('has the title, and not what was said in fright, where it was opened up', async () => {
    const { text } = await card('opened up to a channel');
    expect(text).toContain('> PLACEONLY some words');
    expect(text).not.toContain('HELPERSONLY');
  });

  it('tells a channel of nobody that they cannot come', async () => {
    const { text } = await card('in a thread, and asked with notifications off');
    expect(text).toContain('<@U_MIA>');
    expect(text).not.toMatch(/notifications|reach/);
  });

  it.each(['over', 'over with somebody still asked', 'over without ever wanting help', 'turned out fine'])(
    'asks nothing of anybody any more: %s',
    async (state) => {
      const { text, buttons } = await card(state);
      expect(buttons).toEqual(['reopen']);
      expect(text).not.toContain('*Asked:*');
      expect(text).not.toContain('*Next:*');
      expect(text).not.toMatch(/[☐☑]/);
    },
  );

  it('can be opened again from where it began, once its room is archived', async () => {
    const left = async (viewer: 'engineer' | 'place') => {
      const reading = { ...(await readingFor(stateOf('over'), viewer)), isLeft: true };
      return actionsIn((await createRenderer().render({ kind: 'card' }, reading))?.blocks);
    };
    expect(await left('engineer')).toEqual(['reopen']);
    expect(await left('place')).toEqual([]);
  });

  it('is one line when it turned out fine', async () => {
    expect((await card('turned out fine')).text).toBe(
      'OOPS-42 · It turned out fine. Asking was right.\nOpen it again',
    );
  });
});
