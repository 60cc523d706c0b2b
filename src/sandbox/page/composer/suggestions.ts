import type { Screen, Workspace } from '../../protocol.ts';

export interface Suggestion {
  readonly key: string;
  /** What is put in place of what was begun. */
  readonly insert: string;
  readonly title: string;
  readonly detail: string;
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
      title: `${each.realName} @${each.name}`,
      detail: each.isBot ? 'App' : each.title,
    }));
  const groups = workspace.userGroups
    .filter((each) => matches(each.handle, each.name))
    .map((each) => ({
      key: each.id,
      insert: `@${each.handle} `,
      title: `@${each.handle}`,
      detail: each.name,
    }));
  const ranges = ['here', 'channel']
    .filter((range) => wanted !== '' && range.startsWith(wanted))
    .map((range) => ({ key: range, insert: `@${range} `, title: `@${range}`, detail: 'Notifies everybody' }));
  return [...persons, ...groups, ...ranges];
}

function channels(screen: Screen, begun: string): Suggestion[] {
  return screen.conversations
    .filter((each) => each.kind === 'channel' || each.kind === 'private')
    .filter((each) => each.name.startsWith(begun.toLowerCase()))
    .map((each) => ({ key: each.id, insert: `#${each.name} `, title: `#${each.name}`, detail: each.topic }));
}

/**
 * What the person may be about to type: a command at the very start, a mention or a channel anywhere.
 * @param text all that was typed, up to the cursor
 * @returns null when nothing is begun, or nothing fits
 */
export function suggestionsFor(text: string, workspace: Workspace, screen: Screen): Suggestions | null {
  const found = (from: number, list: Suggestion[]): Suggestions | null =>
    list.length > 0 ? { from, list: list.slice(0, most) } : null;
  if (/^\/\S*$/.test(text)) return found(0, commands(workspace, text));
  const mention = /(?:^|[\s(])([@#])([\w.-]*)$/.exec(text);
  if (!mention) return null;
  const begun = mention[2] ?? '';
  const from = text.length - begun.length - 1;
  return found(from, mention[1] === '@' ? people(workspace, begun) : channels(screen, begun));
}
