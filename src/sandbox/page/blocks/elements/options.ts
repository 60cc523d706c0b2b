import type { MultiSelect, PlainTextOption, Select } from '@slack/types';
import { conversationTitle } from '../../state/names.ts';
import type { PaneScope } from '../../state/pane-context.ts';
import { plainText } from '../../text/text-object.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Said more quietly after it. */
  readonly detail?: string;
  /** Its value is a user id. */
  readonly person?: boolean;
}

/** Choices under a heading; null for those without one. */
export interface ChoiceGroup {
  readonly heading: string | null;
  readonly choices: readonly Choice[];
}

const choiceOf = (option: PlainTextOption): Choice => ({
  value: option.value ?? '',
  label: plainText(option.text),
  detail: plainText(option.description),
});

function peopleOf({ workspace, screen }: PaneScope): ChoiceGroup[] {
  const choices = workspace.people
    .filter((person) => !person.deleted)
    .map((person) => ({
      value: person.id,
      label: person.id === screen.me.id ? `${person.realName} (you)` : person.realName,
      detail: person.isBot ? 'App' : person.title,
      person: true,
    }));
  return [{ heading: null, choices }];
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

/** The choices whose words begin with what was typed; headings without any are left out. */
export function matchingChoices(groups: readonly ChoiceGroup[], query: string): ChoiceGroup[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ label, detail = '' }: Choice) => {
    const words = `${label} ${detail}`.toLowerCase().split(/[\s()#:/-]+/);
    return wanted.every((each) => words.some((word) => word.startsWith(each)));
  };
  return groups
    .map(({ heading, choices }) => ({ heading, choices: choices.filter(fits) }))
    .filter(({ choices }) => choices.length > 0);
}
