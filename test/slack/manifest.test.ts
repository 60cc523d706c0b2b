import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { AppsManifestValidateArguments } from '@slack/web-api';

const text = readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8');
const manifest: Exclude<AppsManifestValidateArguments['manifest'], string> = JSON.parse(text);

const scopes: readonly string[] = manifest.oauth_config?.scopes?.bot ?? [];
const events: readonly string[] = manifest.settings?.event_subscriptions?.bot_events ?? [];

/** The scope that Slack asks for each event. https://docs.slack.dev/reference/events */
const scopeOfEvent: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  channel_shared: 'channels:read',
  channel_unshared: 'channels:read',
  member_joined_channel: 'channels:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
};

describe('manifest.json', () => {
  it('asks for these scopes, and for no other', () => {
    expect([...scopes].sort()).toEqual([
      'app_mentions:read',
      'channels:history',
      'channels:join',
      'channels:read',
      'chat:write',
      'commands',
      'dnd:read',
      'files:write',
      'groups:history',
      'groups:read',
      'groups:write',
      'im:history',
      'im:write',
      'mpim:history',
      'mpim:write',
      'reactions:read',
      'usergroups:read',
      'users:read',
    ]);
  });

  it('has the scope of each event it subscribes to', () => {
    for (const event of events) {
      const scope = scopeOfEvent[event];
      expect([event, scope === null || scopes.includes(scope ?? 'unknown')]).toEqual([event, true]);
    }
  });

  it('hears about private channels as well as public ones', () => {
    expect(scopes).toEqual(expect.arrayContaining(['channels:read', 'groups:read']));
  });

  it('lets people write to the app, in plain direct messages', () => {
    expect(manifest.features?.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(manifest.features).not.toHaveProperty('assistant_view');
    expect(manifest.features).not.toHaveProperty('agent_view');
  });

  it('gets mentions in the text of /oops as ids', () => {
    expect(manifest.features?.slash_commands).toEqual([
      expect.objectContaining({ command: '/oops', should_escape: true, usage_hint: expect.any(String) }),
    ]);
  });

  it('hints only at words that do something', () => {
    expect(manifest.features?.slash_commands?.[0]?.usage_hint).toBe(
      'what happened (or: status, list, handoff @person, settings, resolve, help)',
    );
  });

  it('has one shortcut for a message and one for anywhere', () => {
    expect(
      manifest.features?.shortcuts?.map(({ type, name, callback_id }) => [type, name, callback_id]),
    ).toEqual([
      ['global', 'Get help now', 'get_help_now'],
      ['message', 'Get help with this', 'get_help_with_this'],
    ]);
  });

  it('works over a socket, with clicks, and with tokens that do not expire', () => {
    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: true,
      interactivity: { is_enabled: true },
      token_rotation_enabled: false,
    });
  });

  /** https://docs.slack.dev/reference/app-manifest */
  it('keeps the limits of Slack', () => {
    const { name, description = '', long_description = '' } = manifest.display_information;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
    expect(long_description.length).toBeGreaterThanOrEqual(174);
    expect(long_description.length).toBeLessThanOrEqual(4000);
    expect(manifest.features?.bot_user?.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
    for (const shortcut of manifest.features?.shortcuts ?? []) {
      expect(shortcut.name.length).toBeLessThanOrEqual(24);
      expect(shortcut.callback_id.length).toBeLessThanOrEqual(255);
      expect(shortcut.description.length).toBeLessThanOrEqual(150);
    }
    for (const command of manifest.features?.slash_commands ?? []) {
      expect(command.command).toMatch(/^\/[a-z-]{1,31}$/);
      expect(command.description.length).toBeLessThanOrEqual(2000);
      expect(command.usage_hint?.length).toBeLessThanOrEqual(1000);
    }
    expect(events.length).toBeLessThanOrEqual(100);
    expect(scopes.length).toBeLessThanOrEqual(255);
  });
});
