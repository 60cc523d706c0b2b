import { describe, expect, it } from '@jest/globals';
import type { AskedWhy, MessageBody, MovedOn } from '../../../src/domain/effects.ts';
import { actionsIn, readAll, shown } from './support/reading.ts';
import { stateOf } from './support/states.ts';

const say = async (state: string, body: MessageBody) => {
  const message = await shown(body, stateOf(state));
  return message === null ? null : { text: readAll(message.blocks), buttons: actionsIn(message.blocks) };
};
const moved = (why: MovedOn, next: string | null): MessageBody => ({
  kind: 'help_moved',
  from: 'a1',
  why,
  next,
});

describe('short replies about help', () => {
  it.each<[MovedOn, string]>([
    ['declined', '<@U_MIA> cannot come right now. I have asked <@U_BEN> instead.'],
    ['unanswered', '<@U_MIA> has not answered yet. I have asked <@U_BEN> as well.'],
    ['paused', 'I messaged <@U_MIA>, but their notifications are off. I have asked <@U_BEN> as well.'],
    ['refused', 'I could not message <@U_MIA>. I have asked <@U_BEN> instead.'],
  ])('say why the next one was asked: %s', async (why, sentence) => {
    expect((await say('the second is asked', moved(why, 'a2')))?.text).toBe(sentence);
  });

  it('let the person choose somebody when nobody is left', async () => {
    const message = await say('everybody declined', moved('declined', null));
    expect(message?.text).toContain('I know of nobody else to ask. Who should I ask for you?');
    expect(message?.buttons).toEqual(['choose_helper']);
  });

  it.each([
    ['nobody to ask', 'I do not know yet whom to ask for you. Who should I ask?'],
    ['a helper came', '<@U_MIA> is with you. I know of nobody else to ask. Who should I ask as well?'],
  ])('say that there is nobody, also beside a helper: %s', async (state, sentence) => {
    const message = await say(state, { kind: 'nobody_to_ask' });
    expect(message?.text).toContain(sentence);
    expect(message?.buttons).toEqual(['choose_helper']);
  });

  it('say that it is for a step, when whoever is here has written it', async () => {
    const state = stateOf('a helper came');
    const [step] = stateOf('a plan with steps in every state').steps.filter(
      (each) => each.state === 'waiting',
    );
    const steps = step === undefined ? [] : [{ ...step, author: 'U_MIA' }];
    const message = await shown({ kind: 'nobody_to_ask' }, { ...state, steps });
    expect(readAll(message?.blocks)).toContain('A step in your plan waits for a second person to read it.');
  });

  it('say that somebody came, and where they are to be found', async () => {
    const body: MessageBody = { kind: 'helper_came', ask: 'a1' };
    expect((await say('a helper came', body))?.text).toBe(
      '<@U_MIA> is with you. I am making a private place where you can write to each other. I will tell you when it is there.',
    );
    const incident = {
      ...stateOf('a helper came'),
      place: { kind: 'thread', channel: 'C1', ts: '1.1' } as const,
    };
    expect(readAll((await shown(body, incident))?.blocks)).toBe(
      '<@U_MIA> is with you, and will write here or to you directly.',
    );
  });

  it('do not say that somebody is here who had to leave again', async () => {
    expect(await say('a helper had to leave', { kind: 'helper_came', ask: 'a1' })).toBeNull();
  });

  it.each<[AskedWhy, string]>([
    ['silence', '<@U_ALEX>, I have not heard from you, so I have asked <@U_MIA> to come to you.'],
    ['more', 'I have asked <@U_MIA> as well.'],
    ['named', 'I have asked <@U_MIA>.'],
    ['next', 'I have asked <@U_MIA>.'],
  ])('say who was asked, and after a silence why: %s', async (why, sentence) => {
    expect((await say('just opened', { kind: 'help_asked', ask: 'a1', why }))?.text).toBe(sentence);
  });

  it('say why Oops writes here', async () => {
    const message = await say('moved out of a channel', { kind: 'place_moved', from: 'C1' });
    expect(message?.text).toBe('I cannot write in <#C1>, so this goes on here, in private.');
  });

  it('are not said any more once it is over', async () => {
    for (const body of [moved('unanswered', null), { kind: 'nobody_to_ask' }] as const) {
      expect(await say('over', body)).toBeNull();
    }
  });
});

describe('what became of the summary', () => {
  const refused = (reason: string): MessageBody => ({ kind: 'summary_refused', reason });

  it('is said in plain words, with a way to choose somebody else', async () => {
    const message = await say('summary refused', refused('user_disabled'));
    expect(message?.text).toContain(
      'I could not send your summary to <@U_MONA>: their account is not active any more.',
    );
    expect(message?.text).toContain('Your text is kept.');
    expect(message?.buttons).toEqual(['continue', 'tell_other']);
  });

  it('is said without Slack’s own codes', async () => {
    expect((await say('summary refused', refused('ekm_access_denied')))?.text).not.toContain('ekm');
  });

  it('is said honestly when nobody knows whether it arrived', async () => {
    const message = await say('summary refused', refused('unsure_and_unreadable'));
    expect(message?.text).toContain('I do not know whether your summary reached <@U_MONA>.');
  });

  it('offers nothing that cannot be done any more once it is over', async () => {
    const message = await say('over', refused('user_disabled'));
    expect(message?.text).toContain('Please tell them yourself.');
    expect(message?.buttons).toEqual([]);
  });
});

describe('the end', () => {
  it('thanks a helper in words that fit how it ended', async () => {
    const body: MessageBody = { kind: 'closing_helper', person: 'U_MIA' };
    expect((await say('over', body))?.text).toContain('OOPS-42 is over. Thank you for being with <@U_ALEX>.');
    expect((await say('turned out fine', body))?.text).toBe(
      'OOPS-42 turned out fine. Thank you for being with <@U_ALEX>.',
    );
  });

  it('lets those who were asked leave it, in words that fit how it ended', async () => {
    const body: MessageBody = { kind: 'stood_down', ask: 'a1' };
    expect((await say('over', body))?.text).toBe('OOPS-42 is over. You do not need to come. Thank you.');
    expect((await say('turned out fine', body))?.text).toContain('turned out fine');
  });

  it('says what still happens with a summary that has not gone yet', async () => {
    const later = await say('over, the summary goes in the morning', { kind: 'closing' });
    expect(later?.text).toContain('<@U_MONA> will still get your summary');
    const waiting = await say('over, nobody read the summary', { kind: 'closing' });
    expect(waiting?.text).toContain('Your summary to <@U_MONA> was not sent');
    expect(waiting?.buttons).toEqual(['send_summary']);
  });

  it('says nothing of the manager in a channel', async () => {
    const incident = stateOf('over, the summary goes in the morning');
    const place = { kind: 'thread', channel: 'C1', ts: '1.1' } as const;
    const message = await shown({ kind: 'closing' }, { ...incident, place });
    expect(readAll(message?.blocks)).not.toContain('U_MONA');
  });

  it('asks nothing of the engineer but rest', async () => {
    const message = await say('over', { kind: 'closing' });
    expect(message?.text).toContain('Please rest now if you can.');
    expect(message?.buttons).toEqual([]);
  });
});

describe('opened again', () => {
  it('is said to everybody there and to who was with the person, and the end is not said any more', async () => {
    expect((await say('open again', { kind: 'reopened', by: 'U_ALEX' }))?.text).toBe(
      '<@U_ALEX> has opened OOPS-42 again.',
    );
    expect((await say('open again', { kind: 'reopened_helper', person: 'U_MIA' }))?.text).toContain(
      'OOPS-42 is open again, and you are still with <@U_ALEX>.',
    );
    for (const body of [
      { kind: 'closing' },
      { kind: 'closing_helper', person: 'U_MIA' },
      { kind: 'stood_down', ask: 'a1' },
    ] as const) {
      expect(await say('open again', body)).toBeNull();
    }
  });
});

describe('a manager whose notifications are off', () => {
  it('is spoken of honestly, with a way to tell somebody else', async () => {
    const message = await say('summary delivered with notifications off', { kind: 'summary_paused' });
    expect(message?.text).toContain('<@U_MONA> has your summary, but their notifications are off.');
    expect(message?.buttons).toEqual(['tell_other']);
  });
});
