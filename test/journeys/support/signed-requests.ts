import { createHmac } from 'node:crypto';
import type { Sandbox } from '../../../src/sandbox/surface.ts';
import type { RunningBot } from '../../support/bot.ts';

export type Answer = { readonly status: number; readonly body: unknown };

/** Slack's own requests in HTTP mode, made by a test: whatever their content is, they are signed as Slack signs them. */
export function signedRequests(sandbox: Sandbox, bot: RunningBot) {
  async function send(contentType: string, body: string): Promise<Answer> {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const hmac = createHmac('sha256', sandbox.signingSecret).update(`v0:${timestamp}:${body}`);
    const response = await fetch(`${bot.http.url}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': contentType,
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${hmac.digest('hex')}`,
      },
      body,
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  }
  const form = (fields: Readonly<Record<string, string>>) =>
    send('application/x-www-form-urlencoded', new URLSearchParams(fields).toString());
  return {
    command: form,
    /** Clicks, submissions and shortcuts. */
    interaction: (payload: object) => form({ payload: JSON.stringify(payload) }),
    /** An interaction whose payload is this text, whatever it is. */
    rawInteraction: (payload: string) => form({ payload }),
    event: (body: object) => send('application/json', JSON.stringify(body)),
  };
}

/** The payloads of one person, in Slack's shape. https://docs.slack.dev/reference/interaction-payloads */
export function payloadsOf(user: string, teamId: string) {
  const base = {
    team: { id: teamId, domain: 'acme' },
    user: { id: user, team_id: teamId },
    api_app_id: 'A0OOPSAPP',
  };
  let last = 0;
  /** As Slack writes them; what it does not know is refused by `views.open`, as one that is too old. */
  const trigger = () => {
    last += 1;
    return `${Date.now() + last}.${last}.0123456789abcdef`;
  };
  return {
    trigger,
    click: (channel: string, action: object) => ({
      ...{ type: 'block_actions', ...base, trigger_id: trigger(), channel: { id: channel } },
      ...{ container: { type: 'message', message_ts: '1.1', channel_id: channel } },
      ...{
        message: { ts: '1.1' },
        actions: [{ type: 'button', block_id: 'b', action_ts: '1.2', ...action }],
      },
    }),
    clickInView: (view: object, action: object) => ({
      ...{ type: 'block_actions', ...base, trigger_id: trigger(), view },
      ...{
        container: { type: 'view' },
        actions: [{ type: 'button', block_id: 'b', action_ts: '1.2', ...action }],
      },
    }),
    submission: (view: object) => ({ type: 'view_submission', ...base, trigger_id: trigger(), view }),
    closed: (view: object) => ({ type: 'view_closed', ...base, view, is_cleared: false }),
    shortcut: (callbackId: string) => ({
      ...{ type: 'shortcut', ...base, callback_id: callbackId, trigger_id: trigger(), action_ts: '1.2' },
    }),
  };
}
