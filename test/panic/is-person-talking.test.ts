import { describe, expect, it } from '@jest/globals';
import { isPersonTalking, type MessageFacts } from '../../src/panic/is-person-talking.ts';

const said = { user: 'U1', text: 'oh no' };

describe('isPersonTalking', () => {
  it.each<[string, MessageFacts]>([
    ['a message', said],
    ['a message with a file', { ...said, subtype: 'file_share' }],
    ['a reply that is also sent to the channel', { ...said, subtype: 'thread_broadcast' }],
    ['a /me message', { ...said, subtype: 'me_message' }],
    [
      'an edit that changes words',
      { subtype: 'message_changed', message: { ...said, text: 'all fine' }, previous_message: said },
    ],
  ])('hears %s', (_name, event) => {
    expect(isPersonTalking(event)).toBe(true);
  });

  it.each<[string, MessageFacts]>([
    ['a bot', { ...said, bot_id: 'B1' }],
    ['an old-style integration', { bot_id: 'B1', subtype: 'bot_message', text: 'x' }],
    ['Slackbot', { ...said, user: 'USLACKBOT' }],
    ['a join', { ...said, subtype: 'channel_join' }],
    ['a topic', { ...said, subtype: 'channel_topic' }],
    ['a deletion', { subtype: 'message_deleted', previous_message: said }],
    ['an unfurled link', { subtype: 'message_changed', message: said, previous_message: said }],
    [
      'an edit by a bot',
      {
        subtype: 'message_changed',
        message: { ...said, bot_id: 'B1', text: 'b' },
        previous_message: { ...said, bot_id: 'B1' },
      },
    ],
    ['an edit without the old message', { subtype: 'message_changed', message: said }],
    ['a message that nobody wrote', { text: 'x' }],
    ['a subtype that Slack may add', { ...said, subtype: 'huddle_thread' }],
  ])('does not hear %s', (_name, event) => {
    expect(isPersonTalking(event)).toBe(false);
  });
});
