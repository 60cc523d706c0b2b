import type { ModalView } from '@slack/types';
import type { Settings, WatchedChannel } from '../../../app/settings.ts';
import type { Circle } from '../../../domain/ladder.ts';
import { button, context, divider, modal, section } from '../../blocks.ts';
import { actionIds, viewIds } from '../../ids.ts';
import { plainPreview } from '../../mrkdwn.ts';
import { type Topic, topics } from '../../words/en/settings.ts';
import type { Words } from '../../words/words.ts';
import { type Block, mention } from '../parts.ts';

/** Everything that settings show: the viewer's own people, and what is set for the workspace. */
export type SettingsFacts = {
  readonly circle: Circle;
  readonly settings: Settings;
  readonly watched: readonly WatchedChannel[];
  readonly mayChange: boolean;
};

/** One line for each topic with a button to change it; who may not reads who can. */
export function settingsWindow(facts: SettingsFacts, words: Words): ModalView {
  const { title, workspace, askThem } = words.settings;
  const [own, ...shared] = topics;
  return modal({
    ...{ title, callbackId: viewIds.settings, close: words.common.close },
    blocks: [
      line(own, facts, words),
      divider(),
      ...(facts.mayChange
        ? [section(workspace), ...shared.map((topic) => line(topic, facts, words))]
        : [context([askThem(facts.settings.admins.map(mention))])]),
    ],
  });
}

function line(topic: Topic, facts: SettingsFacts, words: Words): Block {
  const { topicTitle, change, none } = words.settings;
  const accessory = button(actionIds.settingsTopic, change, { value: topic });
  return section(`*${topicTitle(topic)}*\n${now(topic, facts, words) || none}`, {
    accessory,
    blockId: topic,
  });
}

/** What is set now; empty where nothing is. */
function now(topic: Topic, { circle, settings, watched }: SettingsFacts, words: Words): string {
  const { mentorIs, backupsAre, managerIs, peopleAre, groupIs, watchedIs, modeIs } = words.settings;
  const people = (ids: readonly string[]) => (ids.length === 0 ? '' : peopleAre(ids.map(mention)));
  switch (topic) {
    case 'my_people':
      return [
        ...(circle.mentor === null ? [] : [mentorIs(mention(circle.mentor))]),
        ...(circle.backups.length === 0 ? [] : [backupsAre(circle.backups.map(mention))]),
        ...(circle.manager === null ? [] : [managerIs(mention(circle.manager))]),
      ].join(' · ');
    case 'admins':
      return people(settings.admins);
    case 'watched':
      return watched
        .slice(0, 20)
        .map(({ channel, mode }) => watchedIs(`<#${channel}>`, modeIs[mode]))
        .join('\n');
    case 'pool':
      if (settings.pool?.kind === 'group') {
        return groupIs(settings.pool.people.length);
      }
      return people(settings.pool?.people ?? []);
    case 'helpers_channel':
      return settings.helpersChannel === null ? '' : `<#${settings.helpersChannel}>`;
    case 'services':
      return servicesLine(settings, words);
    case 'duty_contact':
      return settings.dutyContact === null ? '' : mention(settings.dutyContact);
    case 'open_channels':
      return settings.openChannels.map((channel) => `<#${channel}>`).join(', ');
    case 'blameless':
      return settings.blameless === null ? '' : plainPreview(settings.blameless.text, 150);
    default:
      return topic satisfies never;
  }
}

const shownServices = 5;

function servicesLine({ services }: Settings, words: Words): string {
  const { serviceIs, moreServices } = words.settings;
  const shown = services
    .slice(0, shownServices)
    .map(({ name, owner }) => serviceIs(plainPreview(name, 60), mention(owner)));
  const rest = services.length - shown.length;
  return [...shown, ...(rest > 0 ? [moreServices(rest)] : [])].join(' · ');
}
