import { describe, expect, it } from '@jest/globals';
import type { MessageBody } from '../../../src/domain/effects.ts';
import { createRenderer } from '../../../src/slack/views/renderer.ts';
import { actionsIn, readAll, readingFor, shown } from './support/reading.ts';
import { stateOf } from './support/states.ts';

const ask = async (state: string, id = 'a1', text?: string) => {
  const message = await shown({ kind: 'ask', ask: id }, stateOf(state), text);
  return message === null ? null : { text: readAll(message.blocks), buttons: actionsIn(message.blocks) };
};

describe('the request to a mentor', () => {
  it('says who, since when, what they wrote, and what to say first', async () => {
    const message = await ask('asked', 'a1', 'I dropped the users table');
    expect(message?.text).toContain('<@U_ALEX> is asking for your help');
    expect(message?.text).toContain('> HELPERSONLY I dropped the users table');
    expect(message?.text).toContain('*What to say first*');
    expect(message?.text).toContain('Please do not promise anything about jobs.');
    expect(message?.text).toContain('If you have not answered by');
    expect(message?.buttons).toEqual(['accept_ask', 'later_ask', 'decline_ask']);
  });

  it('says that nothing was written yet', async () => {
    const incident = { ...stateOf('asked'), happened: null };
    const message = await shown({ kind: 'ask', ask: 'a1' }, incident);
    expect(readAll(message?.blocks)).toContain('They have not written what happened yet.');
  });

  it('follows what is known: still happening, impact and severity', async () => {
    const message = await ask('everything told');
    expect(message?.text).toContain('They do not know whether it is still happening.');
    expect(message?.text).toContain('*Impact so far:* data is lost, something is slow');
    expect(message?.text).toContain('*Severity:* SEV1');
  });

  it('leads to the thread, by a link where Slack gave one, and past it for who is not in the channel', async () => {
    const otherwise = 'If you cannot open it, write to <@U_ALEX> directly.';
    const incident = stateOf('noticed, and help wanted');
    const body: MessageBody = { kind: 'ask', ask: 'a1' };
    const reading = await readingFor(incident, 'helper');
    const render = (threadLink: string | null) =>
      readAll(createRenderer().render(body, { ...reading, threadLink })?.blocks);
    expect(render(null)).toContain(`*Where:* <#C1>. ${otherwise}`);
    expect(render('https://acme.slack.com/archives/C1/p11')).toContain(
      `*Where:* <https://acme.slack.com/archives/C1/p11|their thread>, <#C1>. ${otherwise}`,
    );
  });

  it.each([
    ['asked', 'I make a private place'],
    ['a helper came', 'I am making a private place where you can write to each other.'],
    ['a room was made', '*Where:* <#C_ROOM>'],
    ['a room was made', 'Please write to them now, in <#C_ROOM>.'],
    ['a group message was opened', 'in your group message.'],
    ['there can be no room', '*Where:* write to me here. I pass it on to <@U_ALEX>.'],
  ])('says where to write when it is private, and: %s', async (state, words) => {
    expect((await ask(state))?.text).toContain(words);
  });

  it('says to write directly to a helper who could not be added to the room', async () => {
    const incident = stateOf('somebody could not be added to the room');
    const message = await shown({ kind: 'ask', ask: 'a2' }, incident);
    expect(readAll(message?.blocks)).toContain('*Where:* write to <@U_ALEX> directly.');
  });

  it.each([
    [
      'a helper came',
      'a1',
      'You are with <@U_ALEX>. Thank you.',
      ['continue', 'write_step', 'hand_off', 'decline_ask'],
    ],
    ['a helper had to leave', 'a1', 'That is fine. Thank you for answering.', ['accept_ask']],
    [
      'the second is asked',
      'a1',
      'The time to answer has passed. You can still come.',
      ['accept_ask', 'later_ask', 'decline_ask'],
    ],
    [
      'two helpers came',
      'a1',
      'You are with <@U_ALEX>.',
      ['continue', 'write_step', 'hand_off', 'decline_ask'],
    ],
    ['over', 'a1', 'OOPS-42 is over. Thank you.', []],
    ['turned out fine', 'a1', 'OOPS-42 turned out fine. You can leave this.', []],
  ])('when %s, says to %s: %s', async (state, id, sentence, buttons) => {
    const message = await ask(state, id);
    expect(message?.text).toContain(sentence);
    expect(message?.buttons).toEqual(buttons);
  });

  it('says that somebody else is there by now', async () => {
    const message = await ask('a helper is here and one more is asked', 'a2');
    expect(message?.text).toContain('<@U_MIA> is with them. You can leave this.');
  });

  it('is not needed any more when it ended before it was sent', async () => {
    const incident = stateOf('over with somebody still asked');
    const unsent = { ...incident, asks: incident.asks.map((each) => ({ ...each, reached: null })) };
    expect(await shown({ kind: 'ask', ask: 'a1' }, unsent)).toBeNull();
  });
});
