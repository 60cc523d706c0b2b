/** A small Bolt app with one of everything that a person can do in Slack, to try the sandbox's page with. */
import bolt, { type App } from '@slack/bolt';
import type { View } from '@slack/types';
import type { Sandbox } from '../../src/sandbox/surface.ts';

const { App: BoltApp, LogLevel, SocketModeReceiver } = bolt;

const plain = (text: string) => ({ type: 'plain_text' as const, text });

export const scriptedManifest = {
  display_information: { name: 'Probe' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    bot_user: { display_name: 'probe' },
    slash_commands: [
      { command: '/form', description: 'Opens a form', usage_hint: '[what happened]', should_escape: true },
      { command: '/silent', description: 'Never answers' },
      { command: '/typing', description: 'Opens a form that is told what is typed' },
    ],
    shortcuts: [
      { name: 'About this', type: 'message', callback_id: 'about', description: 'On a message' },
      { name: 'Anywhere', type: 'global', callback_id: 'anywhere', description: 'From anywhere' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        ...['channels:history', 'channels:read', 'chat:write', 'commands', 'groups:history', 'im:history'],
        ...['im:write', 'mpim:history', 'users:read'],
      ],
    },
  },
  settings: {
    event_subscriptions: { bot_events: ['app_home_opened', 'message.channels', 'message.im'] },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
};

/** A form with a field of each usual kind. */
function form(title: string, sentence: string): View {
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain(title),
    submit: plain('Next'),
    close: plain('Back'),
    blocks: [
      {
        type: 'input',
        block_id: 'what',
        label: plain('What happened?'),
        hint: plain('One sentence is enough.'),
        element: { type: 'plain_text_input', action_id: 'text', initial_value: sentence },
      },
      {
        type: 'input',
        block_id: 'still',
        label: plain('Is it still happening?'),
        element: {
          type: 'radio_buttons',
          action_id: 'choice',
          options: [
            { text: plain('Yes'), value: 'yes' },
            { text: plain("I don't know"), value: 'unknown' },
          ],
          initial_option: { text: plain("I don't know"), value: 'unknown' },
        },
      },
      {
        type: 'input',
        block_id: 'manager',
        optional: true,
        label: plain('Your manager'),
        element: { type: 'users_select', action_id: 'user' },
      },
      {
        type: 'actions',
        block_id: 'more',
        elements: [
          { type: 'button', action_id: 'rename', text: plain('Rename') },
          { type: 'button', action_id: 'ignored', text: plain('Ignored') },
        ],
      },
    ],
  };
}

/** A form that is told what is typed when the person pauses, and shows it. */
function typingForm(heard: string): View {
  return {
    type: 'modal',
    callback_id: 'typing',
    title: plain('Tell me'),
    submit: plain('Done'),
    blocks: [
      {
        type: 'input',
        block_id: 'words',
        dispatch_action: true,
        label: plain('Your words'),
        element: {
          type: 'plain_text_input',
          action_id: 'told',
          max_length: 40,
          dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
        },
      },
      { type: 'section', block_id: 'heard', text: plain(heard) },
    ],
  };
}

function scripts(app: App): void {
  app.command('/form', async ({ ack, body, client, command }) => {
    await ack();
    await client.views.open({
      trigger_id: body.trigger_id,
      view: form('A form', command.text || 'Something broke'),
    });
  });
  app.command('/silent', async () => {});
  app.command('/typing', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: typingForm('Nothing yet') });
  });
  app.action('told', async ({ ack, action, body, client }) => {
    await ack();
    if (!('view' in body) || !body.view || action.type !== 'plain_text_input') return;
    await client.views.update({ view_id: body.view.id, view: typingForm(`Heard: ${action.value}`) });
  });
  app.shortcut('about', async ({ ack, shortcut, client }) => {
    await ack();
    const text = shortcut.type === 'message_action' ? (shortcut.message.text ?? '') : '';
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form('About it', text) });
  });
  app.shortcut('anywhere', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form('From anywhere', 'Anything') });
  });
  app.view('form', async ({ ack, body, view, client }) => {
    const sentence = view.state.values.what?.text?.value ?? '';
    if (sentence === 'nothing') {
      await ack({ response_action: 'errors', errors: { what: 'Please say a little more.' } });
    } else if (sentence === 'more') {
      await ack({ response_action: 'push', view: form('A second form', 'Deeper') });
    } else {
      await ack({ response_action: 'clear' });
      const choice = view.state.values.still?.choice?.selected_option?.value ?? 'nothing';
      await client.chat.postMessage({ channel: body.user.id, text: `Saved: ${sentence} (${choice})` });
    }
  });
  app.action('rename', async ({ ack, body, client }) => {
    await ack();
    if (!('view' in body) || !body.view) return;
    await client.views.update({
      view_id: body.view.id,
      view: form('Renamed', 'Not for who typed something'),
    });
  });
  app.action('ignored', async () => {});
  app.action('approve', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'Approved.' });
  });
  app.action('erase', async ({ ack }) => ack());
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const blocks = [{ type: 'header' as const, text: plain('Yours alone') }];
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
  });
}

/** What a restarted sandbox makes the SDK say is no news here. */
const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** Starts the app and resolves when it is connected. */
export async function startScriptedApp(sandbox: Sandbox): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: sandbox.appToken,
    logger: quiet,
    installerOptions: { clientOptions: { slackApiUrl: sandbox.apiUrl() } },
  });
  const app = new BoltApp({
    token: sandbox.botToken,
    receiver,
    logger: quiet,
    clientOptions: { slackApiUrl: sandbox.apiUrl(), retryConfig: { retries: 0 } },
  });
  app.error(async () => {});
  scripts(app);
  await app.start();
  await sandbox.connected();
  return app;
}
