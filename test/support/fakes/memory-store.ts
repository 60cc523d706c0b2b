import { conversationKey } from '../../../src/app/conversation.ts';
import type { Clock, NewJob, Store, Transaction } from '../../../src/app/ports.ts';
import { StoreBusy, Unreadable } from '../../../src/app/ports.ts';
import { changeSettings, noSettings, type WatchedChannel } from '../../../src/app/settings.ts';
import { nextDue } from '../../../src/domain/due.ts';
import type { IncidentEvent } from '../../../src/domain/events.ts';
import { replay } from '../../../src/domain/evolve.ts';
import { type Incident, isOver } from '../../../src/domain/incident.ts';
import { type Circle, nobody } from '../../../src/domain/ladder.ts';
import type { Offer } from '../../../src/domain/offer.ts';
import { isTogetherIn } from '../../../src/domain/relay.ts';
import { type KeyLocks, keyLocks } from './key-locks.ts';
import {
  addMessage,
  beginAttempt,
  claim,
  overdue,
  refresh,
  refreshOffer,
  settle,
} from './memory-messages.ts';
import {
  emptyState,
  type IncidentRow,
  jobKey,
  keyOf,
  type MemoryState,
  type MessageRow,
} from './memory-state.ts';

/** A store without a database, as strict as one. The rest is for tests to look into it and to make it fail. */
export type MemoryStore = Store & {
  messages(): readonly MessageRow[];
  jobs(): readonly NewJob[];
  /** Takes out the job that is due first, as a worker does before it begins; null when none is due. */
  takeJob(): NewJob | null;
  /** Puts a job back, as the queue does when it failed or its process died. */
  returnJob(job: NewJob): void;
  allWords(): MemoryState['words'];
  /** Erases what somebody typed, as a request for erasure does. */
  forgetWords(id: string): void;
  /** From here on nobody can read that message, or that incident. */
  makeUnreadable(id: string): void;
  watch(team: string, channel: string, mode: 'auto' | 'ask' | 'off'): void;
  /** The next transaction does its work and then fails with this instead of being committed. */
  failNextCommit(error: Error): void;
};

type Change = (state: MemoryState) => void;

/**
 * Each transaction sees what is committed and its own changes; at the end its changes are made again on what is then
 * committed, all or none. Incidents and teams are locked as rows are.
 */
export function memoryStore(clock: Clock): MemoryStore {
  let committed = emptyState();
  let failure: Error | null = null;
  const locks = keyLocks();
  const unreadable = new Set<string>();

  const commit = (changes: readonly Change[]): void => {
    const next = structuredClone(committed);
    for (const change of changes) change(next);
    if (failure !== null) {
      const error = failure;
      failure = null;
      throw error;
    }
    committed = next;
  };

  return {
    async transact(work, deadlineMs = 15_000) {
      const changes: Change[] = [];
      const held = new Map<string, () => void>();
      const stopped = new AbortController();
      const look = (): MemoryState => {
        if (stopped.signal.aborted) throw new StoreBusy();
        const seen = structuredClone(committed);
        for (const change of changes) change(seen);
        return seen;
      };
      const timer = setTimeout(() => stopped.abort(), deadlineMs);
      const late = new Promise<never>((_resolve, reject) => {
        stopped.signal.addEventListener('abort', () => reject(new StoreBusy()));
      });
      const lock = (key: string) => Promise.race([takeOnce(locks, held, key, stopped.signal), late]);
      try {
        const result = await Promise.race([work(transaction(clock, lock, look, changes)), late]);
        commit(changes);
        return result;
      } finally {
        clearTimeout(timer);
        for (const release of held.values()) release();
      }
    },
    async incident(team, id) {
      if (unreadable.has(id)) throw new Unreadable();
      return incidentIn(committed, team, id);
    },
    offer: async (team, id) => committed.offers.get(keyOf(team, id)) ?? null,
    openIncidentOf: async (team, engineer) => openOne(committed, team, engineer),
    openIncidentsWith: async (team, user) => openWith(committed, team, user),
    async relayedWith(team, user) {
      const rows = [...committed.incidents.values()].filter((row) => row.team === team);
      const incidents = rows.map(({ id, events }) => replay(team, id, events));
      const mine = incidents.filter((incident) => !isOver(incident) && isTogetherIn(incident, user));
      return mine.sort((a, b) => b.number - a.number).map(({ id }) => id);
    },
    circle: async (team, user) => circleIn(committed, team, user),
    settings: async (team) => committed.settings.get(team) ?? noSettings,
    async changeSettings(team, change) {
      const settings = changeSettings(committed.settings.get(team) ?? noSettings, change);
      commit([(state) => state.settings.set(team, settings)]);
      return settings;
    },
    watchedChannels: async (team) => watchedIn(committed, team),
    setWatchMode: async (team, channel, mode) =>
      commit([({ watched }) => watched.set(keyOf(team, channel), mode)]),
    words: async (team, incident, audiences) =>
      new Map(
        committed.words
          .filter((row) => row.team === team && row.incident === incident && audiences.includes(row.audience))
          .map((row) => [row.id, row.text]),
      ),
    async shownAt(team, incident, key) {
      const row = committed.messages.find((each) => each.team === team && each.key === `${incident}:${key}`);
      if (row?.state !== 'sent' || row.channel === null || row.ts === null) return null;
      return { channel: row.channel, ts: row.ts };
    },
    drafts: async ({ team, incident, user }) => draftsIn(committed, team, incident, user),
    keepDraft: async ({ team, incident, user }, field, text) =>
      commit([(state) => keepDraft(state, keyOf(team, `${incident}/${user}`), field, text)]),
    rememberScreen: async (team, incident, open) =>
      commit([({ screens }) => entryOf(screens, keyOf(team, incident)).set(open.user, open)]),
    openScreens: async (team, incident) => [
      ...(committed.screens.get(keyOf(team, incident))?.values() ?? []),
    ],
    forgetScreen: async (team, incident, { user, drawing }) =>
      commit([
        ({ screens }) => {
          const open = entryOf(screens, keyOf(team, incident));
          if (open.get(user)?.drawing === drawing) open.delete(user);
        },
      ]),
    async incidentShownAt(team, { channel, ts }) {
      const row = committed.messages.find(
        (each) => each.team === team && each.channel === channel && each.ts === ts && each.state === 'sent',
      );
      return row?.about === 'incident' ? row.incident : null;
    },
    async shownIn(team, channel) {
      const shown = ['queued', 'sending', 'sent'];
      return [
        ...new Set(
          committed.messages.flatMap((row) =>
            row.team === team &&
            row.about === 'incident' &&
            row.body.kind === 'card' &&
            conversationKey(row.conversation) === `channel:${channel}` &&
            shown.includes(row.state)
              ? [row.incident]
              : [],
          ),
        ),
      ];
    },
    isAwaited: async (team, conversation) =>
      committed.messages.some(
        (row) =>
          row.team === team &&
          conversationKey(row.conversation) === conversationKey(conversation) &&
          (row.state === 'queued' || row.state === 'sending'),
      ),
    overdue: async (before) => overdue(committed, before),
    async overdueIncidents(before) {
      const rows = [...committed.incidents.values()];
      return rows
        .filter(({ team, id, events }) => (nextDue(replay(team, id, events)) ?? before) < before)
        .map(({ team, id }) => ({ team, id }));
    },
    async forgetAnswers(before) {
      const old = [...committed.inbox].filter(([, { at }]) => at < before);
      for (const [key] of old) committed.inbox.delete(key);
      return old.length;
    },
    setCircle: async (team, user, circle) =>
      commit([({ circles }) => circles.set(keyOf(team, user), circle)]),
    hasCircles: async (team) => [...committed.circles.keys()].some((key) => key.startsWith(`${team}/`)),
    watchMode: async (team, channel) => committed.watched.get(keyOf(team, channel)) ?? null,
    messages: () => committed.messages,
    jobs: () => [...committed.jobs.values()],
    takeJob() {
      const due = [...committed.jobs.values()].filter((job) => job.at <= clock.now());
      const [first = null] = due.sort((a, b) => a.at - b.at);
      if (first !== null) committed.jobs.delete(jobKey(first));
      return first;
    },
    returnJob: (job) => {
      if (!committed.jobs.has(jobKey(job))) committed.jobs.set(jobKey(job), job);
    },
    allWords: () => committed.words,
    forgetWords: (id) => {
      committed = { ...committed, words: committed.words.filter((row) => row.id !== id) };
    },
    makeUnreadable: (id) => {
      unreadable.add(id);
      for (const row of committed.messages) if (row.id === id) row.unreadable = true;
    },
    watch: (team, channel, mode) => committed.watched.set(keyOf(team, channel), mode),
    failNextCommit: (error) => {
      failure = error;
    },
  };
}

/** A transaction may lock the same row twice; a lock that comes after its time is given back at once. */
async function takeOnce(
  locks: KeyLocks,
  held: Map<string, () => void>,
  key: string,
  stopped: AbortSignal,
): Promise<void> {
  if (held.has(key)) return;
  const release = await locks.take(key);
  if (stopped.aborted) release();
  else held.set(key, release);
}

function transaction(
  clock: Clock,
  lock: (key: string) => Promise<void>,
  look: () => MemoryState,
  changes: Change[],
): Transaction {
  const now = () => clock.now();
  /** Seen at once by this transaction, and refused at once where the database would refuse it. */
  const make = (change: Change): void => {
    change(look());
    changes.push(change);
  };
  return {
    answered: async (team, key) => look().inbox.get(keyOf(team, key))?.answer ?? null,
    answer: async (team, key, answer) =>
      make(({ inbox }) => addOnce(inbox, keyOf(team, key), { answer, at: now() })),
    lockTeam: (team) => lock(`team:${team}`),
    async nextNumber(team) {
      const next = (look().numbers.get(team) ?? 0) + 1;
      make(({ numbers }) => numbers.set(team, next));
      return next;
    },
    async incident(team, id) {
      await lock(`incident:${keyOf(team, id)}`);
      return incidentIn(look(), team, id);
    },
    openIncidentOf: async (team, engineer) => openOne(look(), team, engineer),
    async incidentUnder(team, channel, ts) {
      const rows = [...look().incidents.values()];
      return rows.findLast((row) => row.team === team && row.under === `${channel}/${ts}`)?.id ?? null;
    },
    async incidentsFrom(team, channel, since) {
      const rows = openIn(look(), team).filter(({ under }) => under?.startsWith(`${channel}/`) ?? false);
      return rows.filter(({ events }) => (events[0]?.at ?? 0) >= since).map(({ id }) => id);
    },
    openIncidentsWith: async (team, user) => openWith(look(), team, user),
    async hadIncident(team, user) {
      const rows = [...look().incidents.values()];
      return rows.some((row) => row.team === team && row.engineer === user);
    },
    circle: async (team, user) => circleIn(look(), team, user),
    settings: async (team) => look().settings.get(team) ?? noSettings,
    asksSince: async (team, since) => asksIn(look(), team, since),
    rememberMentor: async (team, user, mentor) =>
      make((state) => state.circles.set(keyOf(team, user), { ...circleIn(state, team, user), mentor })),
    rememberManager: async (team, user, manager) =>
      make((state) => state.circles.set(keyOf(team, user), { ...circleIn(state, team, user), manager })),
    save: async (incident, events) => make((state) => saveIn(state, incident, events)),
    addWords: async (team, incident, words) =>
      make((state) => {
        state.words.push(...words.map((row) => ({ ...row, team, incident })));
      }),
    dropDrafts: async (team, incident, user, fields) =>
      make((state) => {
        for (const field of fields) keepDraft(state, keyOf(team, `${incident}/${user}`), field, '');
      }),
    addMessage: async (message) => make((state) => addMessage(state, message, now())),
    async refresh(team, incident) {
      const conversations = refresh(look(), team, incident, now());
      make((state) => void refresh(state, team, incident, now()));
      return conversations;
    },
    async offer(team, id) {
      await lock(`offer:${keyOf(team, id)}`);
      return look().offers.get(keyOf(team, id)) ?? null;
    },
    async offerAbout(team, channel, ts, user) {
      return (
        offersIn(look(), team, user).find((each) => each.channel === channel && each.ts === ts)?.id ?? null
      );
    },
    async offersTo(team, user, since) {
      return offersIn(look(), team, user).filter(({ createdAt }) => createdAt >= since);
    },
    saveOffer: async (offer) => make(({ offers }) => offers.set(keyOf(offer.team, offer.id), offer)),
    async refreshOffer(team, id) {
      const conversations = refreshOffer(look(), team, id, now());
      make((state) => void refreshOffer(state, team, id, now()));
      return conversations;
    },
    claim: async (team, conversation) => claim(look(), team, conversation, now()),
    async beginAttempt(message) {
      // As an update does that finds its row locked: it waits, and then looks at the row again.
      await lock(`message:${keyOf(message.team, message.id)}`);
      const begun = beginAttempt(look(), message, now());
      make((state) => void beginAttempt(state, message, now()));
      return begun;
    },
    settle: async (team, id, settlement) => make((state) => settle(state, team, id, settlement, now())),
    addJobs: async (jobs) =>
      make((state) => {
        for (const job of jobs) addJob(state, job, now());
      }),
  };
}

/** A later job takes the place of an earlier one; only a delivery that has to wait never puts off one that need not. */
function addJob({ jobs }: MemoryState, job: NewJob, now: number): void {
  const earlier = jobs.get(jobKey(job));
  const stays = job.task === 'deliver' && earlier !== undefined && job.at > now;
  jobs.set(jobKey(job), stays ? { ...job, at: earlier.at } : job);
}

function entryOf<T>(map: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const entry = map.get(key) ?? new Map<string, T>();
  map.set(key, entry);
  return entry;
}

function keepDraft({ drafts }: MemoryState, key: string, field: string, text: string): void {
  const kept = entryOf(drafts, key);
  if (text === '') kept.delete(field);
  else kept.set(field, text);
}

function draftsIn(
  { drafts }: MemoryState,
  team: string,
  incident: string,
  user: string,
): ReadonlyMap<string, string> {
  return new Map(drafts.get(keyOf(team, `${incident}/${user}`)));
}

function addOnce<T>(map: Map<string, T>, key: string, value: T): void {
  if (map.has(key)) throw new Error('unique constraint: this key was used before');
  map.set(key, value);
}

function saveIn({ incidents }: MemoryState, incident: Incident, events: readonly IncidentEvent[]): void {
  const { team, id, number, engineer, origin, status } = incident;
  const key = keyOf(team, id);
  const under = 'ts' in origin ? `${origin.channel}/${origin.ts}` : null;
  const row = incidents.get(key) ?? { team, id, number, engineer, under, status, events: [] };
  for (const event of events) {
    if (event.seq !== row.events.length + 1) throw new Error('an event is repeated or missing');
    row.events.push(event);
  }
  row.status = status;
  incidents.set(key, row);
}

function incidentIn({ incidents }: MemoryState, team: string, id: string): Incident | null {
  const row = incidents.get(keyOf(team, id));
  return row === undefined ? null : replay(team, id, row.events);
}

function offersIn({ offers }: MemoryState, team: string, user: string): Offer[] {
  return [...offers.values()].filter((offer) => offer.team === team && offer.user === user);
}

function openIn({ incidents }: MemoryState, team: string): IncidentRow[] {
  const open = [...incidents.values()].filter(({ status }) => status === 'open' || status === 'mitigated');
  return open.filter((row) => row.team === team).sort((a, b) => a.number - b.number);
}

function openWith(state: MemoryState, team: string, user: string): string[] {
  const names = ({ body }: IncidentEvent) =>
    ('person' in body && body.person === user) || ('manager' in body && body.manager === user);
  const rows = openIn(state, team);
  return rows.filter((row) => row.engineer === user || row.events.some(names)).map(({ id }) => id);
}

function openOne(state: MemoryState, team: string, engineer: string): string | null {
  return openIn(state, team).findLast((row) => row.engineer === engineer)?.id ?? null;
}

function watchedIn({ watched }: MemoryState, team: string): readonly WatchedChannel[] {
  return [...watched]
    .filter(([key]) => key.startsWith(`${team}/`))
    .map(([key, mode]) => ({ channel: key.slice(team.length + 1), mode }))
    .sort((a, b) => (a.channel < b.channel ? -1 : 1));
}

function asksIn({ incidents }: MemoryState, team: string, since: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of incidents.values()) {
    if (row.team !== team) continue;
    for (const { at, body } of row.events) {
      if (body.type !== 'help_asked' || at <= since) continue;
      counts.set(body.person, (counts.get(body.person) ?? 0) + 1);
    }
  }
  return counts;
}

function circleIn({ circles }: MemoryState, team: string, user: string): Circle {
  return circles.get(keyOf(team, user)) ?? nobody;
}
