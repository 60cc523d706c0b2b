import { describe, expect, it } from '@jest/globals';
import type { MessageBody } from '../../../src/domain/effects.ts';
import { actionsIn, readAll, shown } from './support/reading.ts';
import { stateOf } from './support/states.ts';

const say = async (state: string, body: MessageBody, text?: string) => {
  const message = await shown(body, stateOf(state), text);
  return message === null ? null : { text: readAll(message.blocks), buttons: actionsIn(message.blocks) };
};
const review: MessageBody = { kind: 'summary_review', words: 'review', person: 'U_MIA' };

describe('the summary in a helper’s direct message', () => {
  it('shows the text, and both answers', async () => {
    const message = await say('summary waits for a reader', review, 'We lost it.');
    expect(message?.text).toContain('*<@U_ALEX> would like you to read this first* · OOPS-42');
    expect(message?.text).toContain('> READERSONLY We lost it.');
    expect(message?.buttons).toEqual(['approve_summary', 'question_summary']);
  });

  it('says that it was sent after a yes, and has nothing more to press', async () => {
    const message = await say('summary that a reader sent', review);
    expect(message?.text).toContain('You said that it is good. It was sent.');
    expect(message?.buttons).toEqual([]);
  });

  it('still takes a yes after they would have changed it', async () => {
    const message = await say('summary that a reader would change', review);
    expect(message?.text).toContain('They know that you would change it.');
    expect(message?.buttons).toEqual(['approve_summary', 'question_summary']);
  });

  it('says that there is a newer one', async () => {
    const old: MessageBody = { kind: 'summary_review', words: 'older words', person: 'U_MIA' };
    expect((await say('summary waits for a reader', old))?.text).toContain('There is a newer message');
  });
});

describe('what the engineer hears about it', () => {
  it('is who would change it and how, with both ways on', async () => {
    const body: MessageBody = { kind: 'summary_remarked', by: 'U_MIA', words: 'remark' };
    const message = await say('summary that a reader would change', body, 'Say since when.');
    expect(message?.text).toContain('<@U_MIA> has read your summary and would change it.');
    expect(message?.text).toContain('> ENGINEERONLY Say since when.');
    expect(message?.buttons).toEqual(['open_summary', 'send_summary']);
  });

  it('is that it went out on their yes', async () => {
    const message = await say('summary that a reader sent', { kind: 'summary_approved', by: 'U_MIA' });
    expect(message?.text).toContain('It is on its way to <@U_MONA>.');
  });
});

describe('the time of I will tell them myself', () => {
  it('is said with what will be sent, and a way to stop it', async () => {
    const message = await say('summary by oneself', { kind: 'own_word_soon' });
    expect(message?.text).toMatch(
      /If you have not told <@U_MONA> by .*20:44 UTC>, I will send them the facts/,
    );
    expect(message?.text).toContain('Nothing you wrote is in them.');
    expect(message?.buttons).toEqual(['i_have_told', 'open_summary']);
  });

  it('is not spoken of any more once they were told', async () => {
    expect(await say('told by oneself', { kind: 'own_word_soon' })).toBeNull();
    expect(await say('the facts went', { kind: 'own_word_begins' })).toBeNull();
  });

  it('is over with a word about what was sent', async () => {
    const message = await say('the facts went', { kind: 'own_word_ran_out' });
    expect(message?.text).toContain('I have sent <@U_MONA> the facts, as I said I would.');
  });

  it('stands on the card, with I have told them', async () => {
    const card = await say('summary by oneself', { kind: 'card' });
    expect(card?.text).toMatch(
      /<@U_ALEX> will tell <@U_MONA>\. If not by .*20:44 UTC>, I will send the facts\./,
    );
    expect(card?.buttons).toContain('i_have_told');
    const small = await say('summary by oneself, a small thing', { kind: 'card' });
    expect(small?.text).toContain('*Manager:* <@U_ALEX> will tell <@U_MONA>\n');
  });
});
