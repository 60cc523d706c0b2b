import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { inner, listen } from './support/listener.ts';
import { refusalOf } from './support/refusal-of.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

const channel = channels.engPlatform;

/** https://docs.slack.dev/reference/methods/chat.postEphemeral */
describe('ephemeral messages', () => {
  let sandbox: Sandbox;
  let client: WebClient;

  beforeEach(async () => {
    ({ sandbox, client } = await openSandbox());
  });

  afterEach(() => closeSandbox(sandbox));

  const whisper = async (rest: object = {}) => {
    const sent = await client.chat.postEphemeral({ channel, user: people.alex, text: 'psst', ...rest });
    return sent.message_ts ?? '';
  };
  const seen = (who: string) => sandbox.person(who).history(channel);
  const say = async (text: string, threadTs?: string) => {
    const outcome = await sandbox.person(people.alex).post(channel, text, threadTs ? { threadTs } : {});
    return outcome.result === 'done' ? (outcome.ts ?? '') : '';
  };

  it('are for one person, in no history, no event and no notification', async () => {
    const listener = await listen(sandbox);
    await whisper();
    await say('aloud');
    await listener.next((each) => inner(each).text === 'aloud');
    expect(listener.events()).toHaveLength(1);
    expect(seen(people.alex)[0]).toMatchObject({ text: 'psst', ephemeral: true });
    expect(seen(people.denny).map((each) => each.text)).toEqual(['aloud']);
    const { messages } = await client.conversations.history({ channel });
    expect(messages?.map((each) => each.text)).toEqual(['aloud']);
    expect(sandbox.person(people.alex).screen().notifications).toEqual([]);
    await listener.stop();
  });

  // The page of chat.update: "Ephemeral messages created by chat.postEphemeral … cannot be updated in this manner."
  it('cannot be updated, deleted, reacted to or linked to', async () => {
    const ts = await whisper();
    for (const call of [
      client.chat.update({ channel, ts, text: 'x' }),
      client.chat.delete({ channel, ts }),
      client.reactions.add({ channel, timestamp: ts, name: 'eyes' }),
      client.chat.getPermalink({ channel, message_ts: ts }),
    ]) {
      expect(await refusalOf(call)).toMatchObject({ error: 'message_not_found' });
    }
  });

  // "Provide another message's ts value to post this message in a thread … only if the thread is active."
  it('show in a thread only where it has replies already', async () => {
    const quiet = await say('nobody answered');
    const lively = await say('somebody answered');
    await say('an answer', lively);
    await whisper({ thread_ts: quiet });
    await whisper({ thread_ts: lively });
    const shown = seen(people.alex).filter((each) => each.ephemeral);
    expect(shown.map((each) => each.threadTs)).toEqual([lively]);
  });

  it('are refused where the person, or the app, is not', async () => {
    const outside = whisper({ user: people.kim });
    expect(await refusalOf(outside)).toMatchObject({ error: 'user_not_in_channel' });
    const elsewhere = whisper({ channel: channels.general });
    expect(await refusalOf(elsewhere)).toMatchObject({ error: 'not_in_channel' });
  });
});
