/** A manifest that asks for everything the sandbox offers; `change` may take things out of a copy. */
export function testManifest() {
  return {
    display_information: { name: 'Probe' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'probe' },
      slash_commands: [
        { command: '/plain', description: 'As typed', usage_hint: '[text]' },
        { command: '/escaped', description: 'Escaped', should_escape: true },
      ],
      shortcuts: [
        { name: 'About this', type: 'message', callback_id: 'about_message', description: 'On a message' },
        { name: 'Anywhere', type: 'global', callback_id: 'anywhere', description: 'From anywhere' },
      ],
    },
    oauth_config: {
      scopes: {
        bot: [
          'app_mentions:read',
          'channels:history',
          'channels:join',
          'channels:manage',
          'channels:read',
          'chat:write',
          'commands',
          'dnd:read',
          'files:read',
          'files:write',
          'groups:history',
          'groups:read',
          'groups:write',
          'im:history',
          'im:read',
          'im:write',
          'mpim:history',
          'mpim:read',
          'mpim:write',
          'reactions:read',
          'reactions:write',
          'team:read',
          'usergroups:read',
          'users:read',
        ],
      },
    },
    settings: {
      event_subscriptions: {
        bot_events: [
          'app_home_opened',
          'app_mention',
          'member_joined_channel',
          'message.channels',
          'message.groups',
          'message.im',
          'message.mpim',
          'reaction_added',
        ],
      },
      interactivity: { is_enabled: true },
      socket_mode_enabled: true,
    },
  };
}
