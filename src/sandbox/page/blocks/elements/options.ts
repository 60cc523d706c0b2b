import type { MultiSelect, PlainTextOption, Select } from '@slack/types';
import { conversationTitle } from '../../state/names.ts';
import type { PaneScope } from '../../state/pane-context.ts';
import { plainText } from '../../text/text-object.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Choices under a heading; null for those without one. */
export interface ChoiceGroup {
  readonly heading: string | null;
  readonly choices: readonly Choice[];
}

const choiceOf = (option: PlainTextOption): Choice => ({
  value: option.value ?? '',
  label: plainText(option.text),
});

function peopleOf({ workspace }: PaneScope): ChoiceGroup[] {
  const people = workspace.people.filter((person) => !person.deleted);
  const choices = people.map((person) => ({
    value: person.id,
    label: person.title ? `${person.realName} (${person.title})` : person.realName,
  }));
  const hasBot = people.some((person) => person.id === workspace.bot.userId);
  const bot = hasBot ? [] : [{ value: workspace.bot.userId, label: `${workspace.bot.name} (app)` }];
  return [{ heading: null, choices: [...choices, ...bot] }];
}

type Kind = 'im' | 'mpim' | 'private' | 'public';
const kinds = { dm: 'im', group: 'mpim', private: 'private', channel: 'public' } as const;

function conversationsOf(pane: PaneScope, wanted: readonly Kind[]): ChoiceGroup[] {
  const { screen, workspace } = pane;
  const choices = screen.conversations
    .filter((each) => !each.archived && wanted.includes(kinds[each.kind]))
    .map((each) => ({ value: each.id, label: conversationTitle(workspace, each, screen.me.id) }));
  return [{ heading: null, choices }];
}

/** What a select offers to this person. */
export function choicesOf(element: Select | MultiSelect, pane: PaneScope): ChoiceGroup[] {
  switch (element.type) {
    case 'users_select':
    case 'multi_users_select':
      return peopleOf(pane);
    case 'conversations_select':
    case 'multi_conversations_select':
      return conversationsOf(pane, element.filter?.include ?? ['public', 'private', 'im', 'mpim']);
    case 'channels_select':
    case 'multi_channels_select':
      return conversationsOf(pane, ['public']);
    case 'static_select':
    case 'multi_static_select':
      if (element.options) return [{ heading: null, choices: element.options.map(choiceOf) }];
      return (element.option_groups ?? []).map((group) => ({
        heading: plainText(group.label),
        choices: group.options.map(choiceOf),
      }));
    default:
      return [];
  }
}

/** What a select that can hold one holds at first. */
export function initialChoice(element: Select): string | null {
  switch (element.type) {
    case 'users_select':
      return element.initial_user ?? null;
    case 'conversations_select':
      return element.initial_conversation ?? null;
    case 'channels_select':
      return element.initial_channel ?? null;
    default:
      return element.initial_option?.value ?? null;
  }
}

/** What a select that can hold several holds at first. */
export function initialChoices(element: MultiSelect): string[] {
  switch (element.type) {
    case 'multi_users_select':
      return element.initial_users ?? [];
    case 'multi_conversations_select':
      return element.initial_conversations ?? [];
    case 'multi_channels_select':
      return element.initial_channels ?? [];
    default:
      return (element.initial_options ?? []).flatMap((option) => option.value ?? []);
  }
}
