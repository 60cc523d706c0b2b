import { conversationKey } from '../../app/conversation.ts';
import type { Clock, NewJob, Store, Transaction } from '../../app/ports.ts';
import { StoreBusy } from '../../app/ports.ts';
import type { Instant } from '../../domain/identifiers.ts';
import { isBusy } from '../busy.ts';
import type { Prisma, PrismaClient } from '../generated/client.ts';
import { addJobs, type OutboxJob } from '../jobs-outbox.ts';
import { loadCircle, rememberCircle } from './directory.ts';
import { dropDrafts, keepDraft, loadDrafts } from './drafts.ts';
import {
  findIncidentsFrom,
  findIncidentUnder,
  findOpenIncidentOf,
  findOpenIncidentsWith,
  findOverdueIncidents,
  findRelayedWith,
  hadIncident,
  loadIncident,
  lockIncident,
  saveIncident,
} from './incidents.ts';
import {
  addMessage,
  beginAttempt,
  claimMessage,
  findIncidentShownAt,
  findOverdue,
  findShown,
  findShownIn,
  isAwaited,
  refreshMessages,
  refreshOfferMessages,
  settleMessage,
} from './messages.ts';
import { findOfferAbout, findOffersTo, loadOffer, lockOffer, saveOffer } from './offers.ts';
import { forgetScreen, loadOpenScreens, rememberScreen } from './open-screens.ts';
import { countAsks, loadSettings, loadWatched, saveSettings, saveWatched } from './settings.ts';
import { timeLimit } from './time-limit.ts';

/** A job that nobody waits for may take this long. */
const patience = 15_000;

/** A person waits for this one, in milliseconds. */
const quick = { maxWait: 900, timeout: 900 };

/** The store on Prisma. Every query names the team. */
export function createStore(prisma: PrismaClient, clock: Clock): Store {
  return {
    async transact(work, deadlineMs = patience) {
      const half = Math.max(50, Math.floor(deadlineMs / 2));
      // Prisma notices its timeout only between two queries: one that waits for a locked row would keep a person waiting.
      const limit = timeLimit(deadlineMs, () => new StoreBusy());
      const inTransaction = async (db: Prisma.TransactionClient) => {
        const result = await work(transactionOn(db, clock));
        limit.settle();
        return result;
      };
      try {
        const done = prisma.$transaction(inTransaction, { maxWait: half, timeout: half });
        return await Promise.race([done, limit.passed]);
      } catch (error) {
        throw isBusy(error) ? new StoreBusy({ cause: error }) : error;
      } finally {
        limit.clear();
      }
    },
    incident: (team, id) => readSoon(loadIncident(prisma, team, id)),
    offer: (team, id) => readSoon(loadOffer(prisma, team, id)),
    openIncidentOf: (team, engineer) => readSoon(findOpenIncidentOf(prisma, team, engineer)),
    openIncidentsWith: (team, user) => readSoon(findOpenIncidentsWith(prisma, team, user)),
    relayedWith: (team, user) => readSoon(findRelayedWith(prisma, team, user)),
    circle: (team, user) => readSoon(loadCircle(prisma, team, user)),
    settings: (team) => readSoon(loadSettings(prisma, team)),
    changeSettings: (team, change) =>
      readSoon(prisma.$transaction((db) => saveSettings(db, team, change, new Date(clock.now())), quick)),
    watchedChannels: (team) => readSoon(loadWatched(prisma, team)),
    setWatchMode: (team, channel, mode) => readSoon(saveWatched(prisma, team, channel, mode)),
    async words(team, incidentId, audiences) {
      const where = { team, incidentId, audience: { in: [...audiences] } };
      const rows = await readSoon(prisma.words.findMany({ where, select: { id: true, text: true } }));
      return new Map(rows.map((row) => [row.id, row.text]));
    },
    drafts: (of) => readSoon(loadDrafts(prisma, of)),
    keepDraft: (of, field, text) => readSoon(keepDraft(prisma, of, field, text, new Date(clock.now()))),
    rememberScreen: (team, incident, open) =>
      rememberScreen(prisma, team, incident, open, new Date(clock.now())),
    openScreens: (team, incident) => loadOpenScreens(prisma, team, incident),
    forgetScreen: (team, incident, open) => forgetScreen(prisma, team, incident, open),
    shownAt: (team, incident, key) => findShown(prisma, team, `${incident}:${key}`),
    incidentShownAt: (team, shown) => readSoon(findIncidentShownAt(prisma, team, shown)),
    shownIn: (team, channel) => findShownIn(prisma, team, channel),
    isAwaited: (team, conversation) => isAwaited(prisma, team, conversation),
    overdue: (before) => findOverdue(prisma, new Date(before)),
    overdueIncidents: (before) => findOverdueIncidents(prisma, new Date(before)),
    async forgetAnswers(before) {
      const { count } = await prisma.inbox.deleteMany({ where: { at: { lt: new Date(before) } } });
      return count;
    },
    async setCircle(team, user, { mentor, backups, manager }) {
      const circle = { mentor, backups: [...backups], manager };
      await rememberCircle(prisma, team, user, circle, new Date(clock.now()));
    },
    hasCircles: async (team) => (await prisma.person.count({ where: { team } })) > 0,
    async watchMode(team, channel) {
      const row = await prisma.watchedChannel.findUnique({ where: { team_channel: { team, channel } } });
      return row?.mode === 'auto' || row?.mode === 'ask' || row?.mode === 'off' ? row.mode : null;
    },
  };
}

/** Reading that a person waits for: what a busy database does not give is as good as not saved, and said in the same words. */
async function readSoon<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw isBusy(error) ? new StoreBusy({ cause: error }) : error;
  }
}

function transactionOn(db: Prisma.TransactionClient, clock: Clock): Transaction {
  const now = () => new Date(clock.now());
  return {
    async answered(team, key) {
      const row = await db.inbox.findUnique({ where: { team_key: { team, key } } });
      return row === null ? null : String(row.answer);
    },
    async answer(team, key, answer) {
      await db.inbox.create({ data: { team, key, answer, at: now() } });
    },
    async lockTeam(team) {
      await db.workspace.createMany({ data: { team, createdAt: now() }, skipDuplicates: true });
      await db.$queryRaw`SELECT 1 FROM "Workspace" WHERE "team" = ${team} FOR UPDATE`;
    },
    async nextNumber(team) {
      const { lastIncidentNumber } = await db.workspace.update({
        where: { team },
        data: { lastIncidentNumber: { increment: 1 } },
      });
      return lastIncidentNumber;
    },
    incident: (team, id) => lockIncident(db, team, id),
    openIncidentOf: (team, engineer) => findOpenIncidentOf(db, team, engineer),
    incidentUnder: (team, channel, ts) => findIncidentUnder(db, team, channel, ts),
    incidentsFrom: (team, channel, since) => findIncidentsFrom(db, team, channel, new Date(since)),
    openIncidentsWith: (team, user) => findOpenIncidentsWith(db, team, user),
    hadIncident: (team, user) => hadIncident(db, team, user),
    circle: (team, user) => loadCircle(db, team, user),
    settings: (team) => loadSettings(db, team),
    asksSince: (team, since) => countAsks(db, team, new Date(since)),
    rememberMentor: (team, engineer, mentor) => rememberCircle(db, team, engineer, { mentor }, now()),
    rememberManager: (team, engineer, manager) => rememberCircle(db, team, engineer, { manager }, now()),
    save: (incident, events) => saveIncident(db, incident, events),
    async addWords(team, incidentId, words) {
      if (words.length === 0) return;
      const data = words.map((row) => ({ team, incidentId, createdAt: now(), ...row }));
      await db.words.createMany({ data });
    },
    dropDrafts: (team, incident, user, fields) => dropDrafts(db, { team, incident, user }, fields),
    addMessage: (message) => addMessage(db, message, now()),
    refresh: (team, incident) => refreshMessages(db, team, incident, now()),
    offer: (team, id) => lockOffer(db, team, id),
    offerAbout: (team, channel, ts, user) => findOfferAbout(db, team, channel, ts, user),
    offersTo: (team, user, since) => findOffersTo(db, team, user, new Date(since)),
    saveOffer: (offer) => saveOffer(db, offer, now()),
    refreshOffer: (team, id) => refreshOfferMessages(db, team, id, now()),
    claim: (team, conversation) => claimMessage(db, team, conversation, now()),
    beginAttempt: (message) => beginAttempt(db, message, now()),
    settle: (team, id, settlement) => settleMessage(db, team, id, settlement, now()),
    addJobs(jobs) {
      const at = clock.now();
      return addJobs(
        db,
        jobs.map((job) => toRow(job, at)),
      );
    },
  };
}

/**
 * Payloads hold ids only; the queue keeps the jobs of one conversation one after the other. A delivery that has to wait
 * never puts off one that was added meanwhile and need not: the earlier time is kept.
 */
function toRow(job: NewJob, now: Instant): OutboxJob {
  const runAt = new Date(job.at);
  if (job.task === 'deliver') {
    const conversation = conversationKey(job.conversation);
    const key = `deliver:${job.team}:${conversation}`;
    const keyMode = job.at > now ? 'preserve_run_at' : 'replace';
    return { task: 'deliver', payload: { team: job.team, conversation }, runAt, key, queue: key, keyMode };
  }
  if (job.task === 'screens') {
    const { team, incident, correlation } = job;
    return {
      task: 'screens',
      payload: { team, incident, correlation },
      runAt,
      key: `screens:${team}:${incident}`,
    };
  }
  if (job.task === 'room') {
    const { team, incident, correlation } = job;
    const key = `room:${team}:${incident}`;
    return { task: 'room', payload: { team, incident, correlation }, runAt, key, queue: key };
  }
  const { team, incident, wake, correlation } = job;
  return {
    task: 'wake',
    payload: { team, incident, wake, ...(correlation === null ? {} : { correlation }) },
    runAt,
    key: `wake:${team}:${incident}:${job.key}`,
  };
}
