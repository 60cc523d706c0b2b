import type { ModalView } from '@slack/types';
import { noSettings, type Settings, type SettingsChange } from '../../../../src/app/settings.ts';
import { nobody } from '../../../../src/domain/ladder.ts';
import { type SettingsFacts, settingsWindow } from '../../../../src/slack/views/settings/settings-window.ts';
import { topicWindow } from '../../../../src/slack/views/settings/topic-window.ts';
import { topics } from '../../../../src/slack/words/en/settings.ts';
import { wordsFor } from '../../../../src/slack/words/words.ts';
import { circle } from '../../../domain/support/people.ts';

const words = wordsFor('en');

/** Everything set, as much of it as there can be. */
export const everythingSet = (typed: string): Settings => ({
  admins: ['U_ADA', 'U_BEN'],
  pool: { kind: 'group', group: 'S1', people: ['U_BEN', 'U_CLEO'] },
  helpersChannel: 'C_HELP',
  services: Array.from({ length: 100 }, (_, index) => ({
    ...{ id: `v${index}`, name: `${typed.slice(0, 50)} ${index}`, owner: 'U_ZOE' },
  })),
  dutyContact: 'U_MONA',
  openChannels: ['C1', 'C2'],
  blameless: { text: typed.slice(0, 500), link: 'https://example.com/blameless' },
});

/** What a workspace has set in which services are affected: `v0` is one. */
export const changesOf = (typed: string): readonly SettingsChange[] => {
  const { services, dutyContact, blameless } = everythingSet(typed);
  return [
    ...services.slice(0, 4).map((service) => ({ topic: 'add_service', service }) as const),
    { topic: 'duty_contact', person: dutyContact },
    { topic: 'blameless', blameless: blameless === null ? null : { text: blameless.text, link: null } },
  ];
};

export const factsOf = (settings: Settings, mayChange = true): SettingsFacts => ({
  ...{ circle, settings, mayChange },
  watched: Array.from({ length: 60 }, (_, index) => ({ channel: `C${index}`, mode: 'ask' as const })),
});

/** Every window of the settings. */
export function settingsViews(typed: string): Readonly<Record<string, ModalView>> {
  const full = factsOf(everythingSet(typed));
  const empty: SettingsFacts = { circle: nobody, settings: noSettings, watched: [], mayChange: true };
  const groups = { kind: 'given', value: [{ id: 'S1', name: typed.slice(0, 75) || 'a group' }] } as const;
  return {
    settings: settingsWindow(full, words),
    'settings, nothing set': settingsWindow(empty, words),
    'settings, not theirs': settingsWindow({ ...full, mayChange: false }, words),
    ...Object.fromEntries(
      topics.flatMap((topic) => [
        [`settings of ${topic}`, topicWindow(topic, full, groups, words)],
        [`settings of ${topic}, empty`, topicWindow(topic, empty, { kind: 'no_plan' }, words)],
      ]),
    ),
  };
}
