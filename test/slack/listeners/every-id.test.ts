import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { loadPlaybooks } from '../../../src/playbooks/load-playbooks.ts';
import { actionIds, commandName, shortcutIds, viewIds } from '../../../src/slack/ids.ts';
import type { Listen } from '../../../src/slack/listen.ts';
import type { Bot } from '../../../src/slack/listeners/bot.ts';
import { registerListeners } from '../../../src/slack/listeners/listeners.ts';
import { countedIds } from '../../support/fakes/counted-ids.ts';
import { fixedClock } from '../../support/fakes/fixed-clock.ts';
import { memoryStore } from '../../support/fakes/memory-store.ts';
import { actionsIn, bodiesOf, readingFor, shown } from '../views/support/reading.ts';
import { everyView, words } from '../views/support/screens.ts';
import { states } from '../views/support/states.ts';

/** What is listened to, by kind. */
function registered() {
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
    ...{ store: memoryStore(clock), clock, ids: countedIds(), words, playbooks: [] },
    windows: { open: refused, push: refused, update: refused, repaint: refused },
    people: { facts: async () => null, isPaused: async () => false },
    detect: () => ({ verdict: 'none' }),
    log: pino({ level: 'silent' }),
  };
}

type Json = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** What tells the bot at once when it is touched: everything but the fields of a form that do not say so. */
function pressable(blocks: readonly object[]): readonly string[] {
  const isField = (block: unknown) =>
    isObject(block) && block.type === 'input' && block.dispatch_action !== true;
  return actionsIn(blocks.filter((block) => !isField(block)));
}

describe('every id that Slack hands back', () => {
  const pressed = new Set<string>();
  const named = new Set<string>();
  const forms = new Set<string>();
  const windows = new Set<string>();

  beforeAll(async () => {
    const loaded = await loadPlaybooks(undefined);
    if (!loaded.ok) throw new Error('the playbooks do not load');
    const [playbook = null] = loaded.playbooks;
    for (const incident of Object.values(states)) {
      for (const body of bodiesOf(incident)) {
        const blocks = (await shown(body, incident))?.blocks ?? [];
        for (const id of pressable(blocks)) pressed.add(id);
      }
      for (const view of Object.values(
        everyView(await readingFor(incident, 'engineer'), playbook, 'typed'),
      )) {
        windows.add(view.callback_id ?? '');
        if (view.submit !== undefined) forms.add(view.callback_id ?? '');
        for (const id of pressable(view.blocks)) pressed.add(id);
        for (const id of actionsIn(view.blocks)) named.add(id);
      }
    }
  });

  const heard = registered();

  it('has a listener when it can be pressed, and every listener something to press', () => {
    expect([...pressed].sort()).toEqual([...heard.clicks].sort());
  });

  it('has a listener when it is a form, and every such listener a form', () => {
    expect([...forms].sort()).toEqual([...heard.submissions].sort());
  });

  it('stands on some screen: no id is left over', () => {
    const shownIds = new Set([...pressed, ...named].map((id) => id.split('.')[0]));
    expect(Object.values(actionIds).filter((id) => !shownIds.has(id))).toEqual([]);
    expect(Object.values(viewIds).filter((id) => !windows.has(id))).toEqual([]);
  });

  it('is the one that the manifest tells Slack', async () => {
    const { features } = JSON.parse(
      await readFile(new URL('../../../manifest.json', import.meta.url), 'utf8'),
    );
    const shortcuts = (type: string) =>
      features.shortcuts
        .filter((shortcut: Json) => shortcut.type === type)
        .map((shortcut: Json) => shortcut.callback_id);
    expect(features.slash_commands.map((command: Json) => command.command)).toEqual([...heard.commands]);
    expect(shortcuts('message')).toEqual([...heard.messageShortcuts]);
    expect(shortcuts('global')).toEqual([...heard.globalShortcuts]);
    expect([...heard.commands]).toEqual([commandName]);
    const known: readonly string[] = Object.values(shortcutIds);
    expect([...heard.messageShortcuts, ...heard.globalShortcuts].sort()).toEqual([...known].sort());
  });
});
