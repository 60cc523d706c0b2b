import { pino } from 'pino';
import type { Listen } from '../../src/slack/listen.ts';
import type { Bot } from '../../src/slack/listeners/bot.ts';
import { registerListeners } from '../../src/slack/listeners/listeners.ts';
import { wordsFor } from '../../src/slack/words/words.ts';
import { countedIds } from './fakes/counted-ids.ts';
import { fixedClock } from './fakes/fixed-clock.ts';
import { memoryStore } from './fakes/memory-store.ts';

/** What is listened to, by kind. */
export function registeredListeners() {
  const heard = {
    ...{ commands: new Set<string>(), clicks: new Set<string>(), submissions: new Set<string>() },
    ...{ messageShortcuts: new Set<string>(), globalShortcuts: new Set<string>(), events: new Set<string>() },
  };
  const listen: Listen = {
    command: (name) => void heard.commands.add(name),
    click: (actionId) => void heard.clicks.add(String(actionId)),
    submission: (callbackId) => void heard.submissions.add(callbackId),
    viewClosed: () => undefined,
    messageShortcut: (callbackId) => void heard.messageShortcuts.add(callbackId),
    globalShortcut: (callbackId) => void heard.globalShortcuts.add(callbackId),
    event: (type) => void heard.events.add(type),
  };
  registerListeners(listen, silentBot());
  return heard;
}

function silentBot(): Bot {
  const clock = fixedClock();
  const refused = async () => ({ ok: false, failure: { kind: 'refused', code: 'not_here' } }) as const;
  return {
    ...{ store: memoryStore(clock), clock, ids: countedIds(), words: wordsFor('en'), playbooks: [] },
    windows: { open: refused, push: refused, update: refused, repaint: refused, publish: refused },
    chat: { wordsOf: async () => null, whisper: async () => {}, answer: async () => {} },
    workplace: {
      groups: async () => ({ kind: 'unknown' }),
      members: async () => ({ kind: 'unknown' }),
      enter: async () => 'unknown',
    },
    channels: { facts: async () => null, join: async () => false },
    people: { facts: async () => null, isPaused: async () => false },
    detect: () => ({ verdict: 'none' }),
    log: pino({ level: 'silent' }),
  };
}
