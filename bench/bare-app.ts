/**
 * The floor: the least that a Bolt app can do for the same to be seen. It opens a window on the command, replies to a
 * message with certain words, and writes a direct message when the form is sent. It keeps nothing and checks nothing.
 */
import { readFileSync } from 'node:fs';
import bolt from '@slack/bolt';
import type { Script } from './script.ts';

const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slackApiUrl } = process.env;
const script: Script = JSON.parse(readFileSync(process.env.SCRIPT ?? '', 'utf8'));
const { reply, ask, mentors, screen } = script;

const app = new bolt.App({ token, appToken, socketMode: true, clientOptions: { slackApiUrl } });

app.command('/oops', async ({ ack, command, client }) => {
  await ack();
  await client.views.open({ trigger_id: command.trigger_id, view: screen });
});

app.message(/i think i deleted/i, async ({ message, client }) => {
  const { channel, ts } = message;
  await client.chat.postMessage({ channel, thread_ts: ts, text: reply.text, blocks: reply.blocks });
});

app.view(/./, async ({ ack, body, client }) => {
  await ack();
  const channel = mentors[body.user.id] ?? body.user.id;
  await client.chat.postMessage({ channel, text: ask.text, blocks: ask.blocks });
});

app.action(/./, async ({ ack }) => ack());

await app.start();
