/** Everything the pretend Slack remembers, as plain JSON: what is saved, and what a restart begins with. */
import { z } from 'zod';
import {
  type Block,
  type ConversationKind,
  type FieldError,
  type Notice,
  type Notification,
  openPolicy,
  type Person,
  type Policy,
} from '../protocol.ts';
import type { Seed, SeedTalk } from '../seed.ts';

export type Json = Record<string, unknown>;

export interface StoredConversation {
  id: string;
  kind: ConversationKind;
  /** Empty for DMs. */
  name: string;
  topic: string;
  purpose: string;
  previousNames: string[];
  members: string[];
  archived: boolean;
  /** Read by another organisation: `sharedWith` is not empty. */
  shared: boolean;
  /** Team ids of the other organisations. */
  sharedWith: string[];
  /** Team ids of those that were invited and have not accepted. */
  pendingShares: string[];
  general: boolean;
  /** Only admins may write. */
  readOnly: boolean;
  creator: string;
  /** Milliseconds. */
  created: number;
}

export interface StoredMessage {
  channel: string;
  ts: string;
  user: string;
  /** The app wrote it. */
  byApp: boolean;
  text: string;
  blocks: Block[];
  threadTs: string | null;
  subtype: string | null;
  edited: { user: string; ts: string } | null;
  metadata: { event_type: string; event_payload: Json } | null;
  reactions: { name: string; users: string[] }[];
  /** Ids of the files it shares. */
  files?: string[];
  /** Further Slack fields of the message, such as `inviter` or `topic`. */
  extra: Json;
}

/** A message only one person sees. */
export interface StoredEphemeral extends StoredMessage {
  to: string;
}

export type SelectedValue = string | number | string[] | null;
export type ViewValues = Record<string, Record<string, SelectedValue>>;

export interface StoredView {
  id: string;
  user: string;
  type: 'modal' | 'home';
  /** The view as the app gave it, generated ids filled in. */
  payload: Json & { blocks: Block[] };
  values: ViewValues;
  errors: FieldError[];
  hash: string;
  rootId: string;
  previousId: string | null;
  externalId: string;
}

export interface StoredTrigger {
  user: string;
  expiresAt: number;
  used: boolean;
  /** The modal the interaction came from, when it did. */
  viewId: string | null;
}

export interface StoredResponseUrl {
  user: string;
  channel: string;
  /** The message it may replace: the clicked one, or the last ephemeral it made. */
  messageTs: string | null;
  ephemeral: boolean;
  threadTs: string | null;
  uses: number;
  expiresAt: number;
}

export interface StoredFile {
  id: string;
  key: string;
  name: string;
  title: string;
  alt: string;
  user: string;
  /** Unix seconds. */
  created: number;
  /** Base64; null until it is uploaded. */
  content: string | null;
  size: number;
  isShared: boolean;
}

/** A message that waits for its time. */
export interface StoredScheduled {
  id: string;
  channel: string;
  /** Unix seconds, as `created` is. */
  postAt: number;
  created: number;
  text: string;
  blocks: Block[];
  threadTs: string | null;
  broadcast: boolean;
}

export interface PendingEvent {
  eventId: string;
  body: Json;
  firstAt: number;
  /** How often it was sent. */
  attempts: number;
  /** Why the last attempt did not count, in Slack's word. */
  reason?: string;
}

export interface WorldState {
  schema: 1;
  clockOffset: number;
  counter: number;
  /** Last timestamp handed out, in microseconds. */
  lastTs: number;
  version: number;
  team: Seed['team'];
  bot: Seed['bot'];
  policy: Policy;
  people: Record<string, Person>;
  userGroups: { id: string; handle: string; name: string; users: string[] }[];
  conversations: Record<string, StoredConversation>;
  messages: Record<string, StoredMessage[]>;
  ephemerals: StoredEphemeral[];
  views: Record<string, StoredView>;
  /** Open modals of each person, the visible one last. */
  stacks: Record<string, string[]>;
  homes: Record<string, string>;
  triggers: Record<string, StoredTrigger>;
  responseUrls: Record<string, StoredResponseUrl>;
  files: Record<string, StoredFile>;
  scheduled: StoredScheduled[];
  pendingEvents: PendingEvent[];
  recentEvents: PendingEvent[];
  notices: Record<string, Notice[]>;
  notifications: Record<string, Notification[]>;
}

/** What a state file must look like at least; the sandbox is its only writer. */
export const stateFileSchema = z.custom<WorldState>(
  (value) => z.looseObject({ schema: z.literal(1), people: z.object({}).loose() }).safeParse(value).success,
);

/** The state a new workspace begins with. `now` in milliseconds. */
export function initialState(seed: Seed, now: number): WorldState {
  const state: WorldState = {
    schema: 1,
    clockOffset: 0,
    counter: 0,
    lastTs: 0,
    version: 0,
    team: { ...seed.team },
    bot: { ...seed.bot },
    policy: { ...openPolicy },
    people: {},
    userGroups: seed.userGroups.map((group) => ({ ...group, users: [...group.users] })),
    conversations: {},
    messages: {},
    ephemerals: [],
    views: {},
    stacks: {},
    homes: {},
    triggers: {},
    responseUrls: {},
    files: {},
    scheduled: [],
    pendingEvents: [],
    recentEvents: [],
    notices: {},
    notifications: {},
  };
  for (const person of seed.people) state.people[person.id] = { ...person };
  for (const each of seed.conversations) {
    const members = [...each.members];
    const creator = members[0] ?? '';
    const sharedWith = otherTeams(state, members);
    state.conversations[each.id] = {
      ...each,
      purpose: '',
      previousNames: [],
      members,
      sharedWith,
      pendingShares: [],
      readOnly: false,
      creator,
      created: now,
    };
    state.messages[each.id] = [];
  }
  for (const said of seed.talk ?? []) state.messages[said.channel]?.push(saidBefore(said, now));
  return state;
}

function saidBefore({ channel, user, minutesAgo, text, reactions }: SeedTalk, now: number): StoredMessage {
  return {
    ...{ channel, user, text, byApp: false, blocks: [], threadTs: null, subtype: null },
    ts: `${Math.floor(now / 1000) - minutesAgo * 60}.000100`,
    ...{ edited: null, metadata: null, extra: {} },
    reactions: reactions.map(({ name, users }) => ({ name, users: [...users] })),
  };
}

function otherTeams(state: WorldState, members: readonly string[]): string[] {
  const teams = members.flatMap((id) => state.people[id]?.teamId ?? []);
  return [...new Set(teams)].filter((team) => team !== state.team.id);
}

/** A state saved by an earlier version, with what has been added since. */
export function upgradedState(saved: WorldState): WorldState {
  const conversations = Object.fromEntries(
    Object.entries(saved.conversations).map(([id, each]) => {
      const added = {
        purpose: '',
        previousNames: [],
        sharedWith: otherTeams(saved, each.members),
        pendingShares: [],
      };
      return [id, { ...added, ...each }];
    }),
  );
  const policy = { ...openPolicy, ...saved.policy };
  return { ...saved, policy, conversations, files: saved.files ?? {}, scheduled: saved.scheduled ?? [] };
}
