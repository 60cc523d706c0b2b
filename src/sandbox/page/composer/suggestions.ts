import type { Screen, Workspace } from '../../protocol.ts';
import { rememberEmoji } from '../emoji/emoji-habits.ts';
import { findEmoji } from '../text/emoji.ts';

export interface Suggestion {
  readonly key: string;
  /** What is put in place of what was begun. */
  readonly insert: string;
  readonly title: string;
  readonly detail: string;
  /** What stands before it: somebody's picture, an emoji, or a sign for its kind. */
  readonly picture:
    | { readonly of: 'person'; readonly id: string }
    | { readonly of: 'emoji'; readonly character: string }
    | { readonly of: 'sign'; readonly sign: string };
  /** It was chosen. */
  readonly taken?: () => void;
}

export interface Suggestions {
  /** Where in the text the begun word starts. */
  readonly from: number;
  readonly list: readonly Suggestion[];
}

const most = 8;

function commands(workspace: Workspace, begun: string): Suggestion[] {
  return workspace.commands
    .filter((each) => each.command.toLowerCase().startsWith(begun.toLowerCase()))
    .map((each) => ({
      key: each.command,
      insert: `${each.command} `,
      title: [each.command, each.usageHint].filter(Boolean).join(' '),
      detail: each.description,
      picture: { of: 'sign', sign: '/' },
    }));
}

function people(workspace: Workspace, begun: string): Suggestion[] {
  const wanted = begun.toLowerCase();
  const matches = (...names: string[]) => names.some((name) => name.toLowerCase().startsWith(wanted));
  const persons = workspace.people
    .filter((each) => !each.deleted && matches(each.name, ...each.realName.split(' ')))
    .map((each) => ({
      key: each.id,
      insert: `@${each.name} `,
      title: each.realName,
      detail: [`@${each.name}`, each.isBot ? 'App' : each.title].filter(Boolean).join(' · '),
      picture: { of: 'person' as const, id: each.id },
    }));
  const groups = workspace.userGroups
    .filter((each) => matches(each.handle, each.name))
    .map((each) => ({
      key: each.id,
      insert: `@${each.handle} `,
      title: `@${each.handle}`,
      detail: each.name,
      picture: { of: 'sign' as const, sign: '@' },
    }));
  const ranges = ['here', 'channel']
    .filter((range) => wanted !== '' && range.startsWith(wanted))
    .map((range) => ({
      key: range,
      insert: `@${range} `,
      title: `@${range}`,
      detail: 'Notifies everybody here',
      picture: { of: 'sign' as const, sign: '@' },
    }));
  return [...persons, ...groups, ...ranges];
}

function channels(screen: Screen, begun: string): Suggestion[] {
  return screen.conversations
    .filter((each) => each.kind === 'channel' || each.kind === 'private')
    .filter((each) => each.name.startsWith(begun.toLowerCase()))
    .map((each) => ({
      key: each.id,
      insert: `#${each.name} `,
      title: each.name,
      detail: each.topic,
      picture: { of: 'sign', sign: '#' },
    }));
}

function emoji(begun: string): Suggestion[] {
  return findEmoji(begun, most).map(({ names: [name], character }) => ({
    key: name,
    insert: `:${name}: `,
    title: `:${name}:`,
    detail: '',
    picture: { of: 'emoji', character },
    taken: () => rememberEmoji(name),
  }));
}

/**
 * What the person may be about to type: a command at the very start, a mention, a channel or an emoji anywhere.
 * @param text all that was typed, up to the cursor
 * @returns null when nothing is begun, or nothing fits
 */
export function suggestionsFor(text: string, workspace: Workspace, screen: Screen): Suggestions | null {
  const found = (from: number, list: Suggestion[]): Suggestions | null =>
    list.length > 0 ? { from, list: list.slice(0, most) } : null;
  if (/^\/\S*$/.test(text)) return found(0, commands(workspace, text));
  // From the second letter on: a colon is only a colon otherwise.
  const shortcode = /(?:^|[\s(:])(:[a-z0-9_+'-]{2,})$/.exec(text)?.[1];
  if (shortcode !== undefined) return found(text.length - shortcode.length, emoji(shortcode.slice(1)));
  const mention = /(?:^|[\s(])([@#])([\w.-]*)$/.exec(text);
  if (!mention) return null;
  const begun = mention[2] ?? '';
  const from = text.length - begun.length - 1;
  return found(from, mention[1] === '@' ? people(workspace, begun) : channels(screen, begun));
}
