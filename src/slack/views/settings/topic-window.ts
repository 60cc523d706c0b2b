import type { ModalView } from '@slack/types';
import { watchModes } from '../../../app/settings.ts';
import {
  button,
  context,
  input,
  modal,
  radios,
  section,
  select,
  textInput,
  userSelect,
} from '../../blocks.ts';
import { actionIds, viewIds } from '../../ids.ts';
import { plainPreview } from '../../mrkdwn.ts';
import { channelSelect, channelsSelect, peopleSelect } from '../../pickers.ts';
import type { Topic } from '../../words/en/settings.ts';
import type { Words } from '../../words/words.ts';
import type { GroupsAnswer, UserGroup } from '../../workplace.ts';
import { type Block, mention } from '../parts.ts';
import type { SettingsFacts } from './settings-window.ts';

export const serviceNameLimit = 60;
const policyLimit = 500;

/** Changes one topic: what it does, and its one to three fields. */
export function topicWindow(
  topic: Topic,
  facts: SettingsFacts,
  groups: GroupsAnswer<readonly UserGroup[]>,
  words: Words,
): ModalView {
  const { topicTitle, says } = words.settings;
  return modal({
    ...{ title: topicTitle(topic), callbackId: viewIds.settingsTopic, submit: words.common.save },
    close: words.common.back,
    privateMetadata: JSON.stringify({ topic }),
    blocks: [section(says(topic)), ...fields(topic, facts, groups, words)],
  });
}

/** May be left empty: that takes away what was set. */
const optional = { optional: true };

function fields(
  topic: Topic,
  { circle, settings, watched }: SettingsFacts,
  groups: GroupsAnswer<readonly UserGroup[]>,
  words: Words,
): readonly Block[] {
  const say = words.settings;
  const { settingsPerson: person, settingsPeople: people } = actionIds;
  const { settingsChannel: channel, settingsChannels: channels } = actionIds;
  switch (topic) {
    case 'my_people': {
      const { settingsMentor: mentor, settingsManager: manager } = actionIds;
      const one = (initial: string | null) => ({ initial: initial ?? undefined });
      return [
        input(mentor, say.mentor, userSelect(mentor, one(circle.mentor)), optional),
        input(people, say.backups, peopleSelect(people, circle.backups), {
          ...{ optional: true, hint: say.backupsHint },
        }),
        input(manager, say.manager, userSelect(manager, one(circle.manager)), {
          ...{ optional: true, hint: say.managerHint },
        }),
      ];
    }
    case 'admins':
      return [input(people, say.people, peopleSelect(people, settings.admins), optional)];
    case 'watched': {
      const lines = watched.map((each) => say.watchedIs(`<#${each.channel}>`, say.modeIs[each.mode]));
      const { settingsMode: mode } = actionIds;
      const modes = watchModes.map((value) => ({ value, text: say.mode[value] }));
      return [
        ...(lines.length === 0 ? [] : [context([lines.slice(0, 30).join('\n')])]),
        input(channel, say.channel, channelSelect(channel)),
        input(mode, say.modes, radios(mode, modes, 'ask')),
      ];
    }
    case 'pool': {
      const list = settings.pool?.kind === 'people' ? settings.pool.people : [];
      const chosen = settings.pool?.kind === 'group' ? settings.pool.group : undefined;
      return [
        input(people, say.people, peopleSelect(people, list), optional),
        ...groupField(groups, chosen, words),
      ];
    }
    case 'helpers_channel':
      return [
        input(channel, say.channel, channelSelect(channel, settings.helpersChannel ?? undefined), optional),
      ];
    case 'services':
      return serviceFields(settings.services, words);
    case 'duty_contact': {
      const initial = settings.dutyContact ?? undefined;
      return [input(person, say.person, userSelect(person, { initial }), optional)];
    }
    case 'open_channels':
      return [input(channels, say.channels, channelsSelect(channels, settings.openChannels), optional)];
    case 'blameless': {
      const { settingsText: text, settingsLink: link } = actionIds;
      const before = settings.blameless;
      const rest = { initial: before?.text, multiline: true, maxLength: policyLimit };
      return [
        input(text, say.policyText, textInput(text, rest), { optional: true, hint: say.policyHint }),
        input(link, say.policyLink, textInput(link, { initial: before?.link ?? undefined }), optional),
      ];
    }
    default:
      return topic satisfies never;
  }
}

function groupField(
  answer: GroupsAnswer<readonly UserGroup[]>,
  chosen: string | undefined,
  words: Words,
): readonly Block[] {
  const { noPlan, groupsUnknown, group, groupHint } = words.settings;
  if (answer.kind === 'no_plan') return [context([noPlan])];
  if (answer.kind === 'unknown') return [context([groupsUnknown])];
  if (answer.value.length === 0) return [];
  const { settingsGroup: id } = actionIds;
  const choices = answer.value.map(({ id: value, name: text }) => ({ value, text }));
  return [input(id, group, select(id, choices, { initial: chosen }), { optional: true, hint: groupHint })];
}

/** Those that are there, each with a way to take it out, and the fields of a new one. */
function serviceFields(services: SettingsFacts['settings']['services'], words: Words): readonly Block[] {
  const { serviceIs, remove, serviceName, serviceNameHint, serviceOwner } = words.settings;
  const { settingsName: name, settingsPerson: person } = actionIds;
  // A new name for the fields after each change: Slack would otherwise keep what was typed for the one before.
  const round = services.length;
  return [
    ...services.slice(0, 80).map(({ id, name: called, owner }) => {
      const accessory = button(actionIds.settingsRemoveService, remove, { value: id });
      return section(serviceIs(plainPreview(called, serviceNameLimit), mention(owner)), { accessory });
    }),
    input(`${name}.${round}`, serviceName, textInput(name, { maxLength: serviceNameLimit }), {
      hint: serviceNameHint,
    }),
    input(`${person}.${round}`, serviceOwner, userSelect(person)),
  ];
}
