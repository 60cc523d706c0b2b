import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ModalView } from '@slack/types';
import { offerReasons } from '../../../src/domain/offer.ts';
import { loadPlaybooks } from '../../../src/playbooks/load-playbooks.ts';
import { actionIds, commandName, shortcutIds, viewIds } from '../../../src/slack/ids.ts';
import { homeTab } from '../../../src/slack/views/home.ts';
import { registeredListeners } from '../../support/registered-listeners.ts';
import { offerShown } from '../views/support/offers.ts';
import { actionsIn, bodiesOf, readingFor, shown } from '../views/support/reading.ts';
import { everyView, words } from '../views/support/screens.ts';
import { settingsViews } from '../views/support/settings.ts';
import { states } from '../views/support/states.ts';

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

  function lookAt(view: ModalView): void {
    windows.add(view.callback_id ?? '');
    if (view.submit !== undefined) forms.add(view.callback_id ?? '');
    for (const id of pressable(view.blocks)) pressed.add(id);
    for (const id of actionsIn(view.blocks)) named.add(id);
  }

  beforeAll(async () => {
    const loaded = await loadPlaybooks(undefined);
    if (!loaded.ok) throw new Error('the playbooks do not load');
    const [playbook = null] = loaded.playbooks;
    for (const id of pressable(homeTab(null, words).blocks)) pressed.add(id);
    for (const why of offerReasons) {
      for (const id of pressable(offerShown(why)?.blocks ?? [])) pressed.add(id);
    }
    for (const view of Object.values(settingsViews('typed'))) lookAt(view);
    for (const incident of Object.values(states)) {
      for (const body of bodiesOf(incident)) {
        const blocks = (await shown(body, incident))?.blocks ?? [];
        for (const id of pressable(blocks)) pressed.add(id);
      }
      const views = everyView(await readingFor(incident, 'engineer'), playbook, 'typed');
      for (const view of Object.values(views)) lookAt(view);
    }
  });

  const heard = registeredListeners();

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
