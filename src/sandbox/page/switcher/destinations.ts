import type { Conversation, Screen, Workspace } from '../../protocol.ts';
import { conversationTitle, isAppDm, othersOf } from '../state/names.ts';

/** Somewhere that the quick switcher leads to. */
export type Destination = {
  readonly key: string;
  /** Without the hash. */
  readonly name: string;
  /** Beside the name. */
  readonly note: string;
  /** Larger is more wanted, before anything is typed. */
  readonly rank: number;
} & (
  | { readonly kind: 'conversation'; readonly conversation: Conversation }
  | { readonly kind: 'person'; readonly user: string }
  | { readonly kind: 'app' }
);

/**
 * Everywhere that this person can go: their conversations, public channels they could join, people they have not
 * written to yet, the app.
 * @param isNew whether there is something unread in a conversation
 */
export function destinationsOf(
  workspace: Workspace,
  screen: Screen,
  isNew: (conversation: string) => boolean,
): readonly Destination[] {
  const me = screen.me.id;
  const open = screen.conversations.filter((each) => !each.archived && !isAppDm(workspace, each));
  const conversations = open.map((conversation): Destination => {
    const newest = Number(conversation.messages.at(-1)?.ts ?? 0);
    const joined = conversation.member ? 1e11 : 0;
    return {
      kind: 'conversation',
      conversation,
      key: conversation.id,
      name: conversationTitle(workspace, conversation, me).replace(/^#/, ''),
      note: conversation.member ? conversation.topic : 'Not joined',
      rank: newest + joined + (isNew(conversation.id) ? 1e12 : 0),
    };
  });
  const known = new Set(open.flatMap((each) => (each.kind === 'dm' ? othersOf(each, me) : [])));
  const people = workspace.people
    .filter((each) => each.id !== me && !each.isBot && !each.deleted && !known.has(each.id))
    .map(
      (each): Destination => ({
        kind: 'person',
        user: each.id,
        key: each.id,
        name: each.realName,
        note: each.title,
        rank: -1,
      }),
    );
  const app: Destination = { kind: 'app', key: 'app', name: workspace.bot.name, note: 'App', rank: 1e11 };
  return [...conversations, app, ...people].sort((a, b) => b.rank - a.rank || a.name.localeCompare(b.name));
}

/** How well it fits what was typed: 0 not at all; the beginning of the name is best, then of a word in it. */
function nearness(destination: Destination, wanted: string): number {
  const name = destination.name.toLowerCase();
  if (name.startsWith(wanted)) return 3;
  if (name.split(/[\s\-_]+/).some((word) => word.startsWith(wanted))) return 2;
  return name.includes(wanted) || destination.note.toLowerCase().includes(wanted) ? 1 : 0;
}

/** Those that fit, the best first. */
export function fitting(destinations: readonly Destination[], text: string): readonly Destination[] {
  const wanted = text.trim().toLowerCase().replace(/^[#@]/, '');
  if (wanted === '') return destinations;
  return destinations
    .map((each) => ({ each, score: nearness(each, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ each }) => each);
}
