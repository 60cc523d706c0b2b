import { type Acted, act } from '../../../src/app/act.ts';
import { type DeliverDeps, type DeliveryTrouble, deliver } from '../../../src/app/deliver.ts';
import { type KeepRoomDeps, keepRoom } from '../../../src/app/keep-room.ts';
import { type Opened, type OpenRequest, openIncident } from '../../../src/app/open-incident.ts';
import type { NewJob } from '../../../src/app/ports.ts';
import { wakeIncident } from '../../../src/app/wake.ts';
import type { IncidentCommand } from '../../../src/domain/commands.ts';
import type { Incident } from '../../../src/domain/incident.ts';
import { circle, type Name, people } from '../../domain/support/people.ts';
import { countedIds } from '../../support/fakes/counted-ids.ts';
import { type FixedClock, fixedClock } from '../../support/fakes/fixed-clock.ts';
import { type MemoryStore, memoryStore } from '../../support/fakes/memory-store.ts';
import { plainRenderer } from '../../support/fakes/plain-renderer.ts';
import { type ScriptedMessenger, scriptedMessenger } from '../../support/fakes/scripted-messenger.ts';
import { type ScriptedRooms, scriptedRooms } from '../../support/fakes/scripted-rooms.ts';

export const team = 'T1';

/** The whole of the app over fakes: one workspace with Alex and those around them. */
export type World = {
  readonly deps: DeliverDeps & KeepRoomDeps;
  readonly rooms: ScriptedRooms;
  /** What Slack refused of rooms. */
  readonly refusedRooms: readonly string[];
  readonly clock: FixedClock;
  readonly store: MemoryStore;
  readonly messenger: ScriptedMessenger;
  readonly troubles: readonly DeliveryTrouble[];
  open(request?: Partial<OpenRequest>): Promise<Opened>;
  /** The incident that was opened last, as it now is. */
  incident(): Promise<Incident>;
  does(who: Name | null, command: IncidentCommand, key?: string): Promise<Acted>;
  /** Does every job that is due, until none is left. A job that fails stays in the queue. */
  work(): Promise<void>;
  /** The next job, once; a failure is thrown and the job stays in the queue, as when its process dies. */
  workOnce(): Promise<NewJob | null>;
  /** Moves the night along from job to job until that much time has passed. */
  pass(ms: number): Promise<void>;
  /** What somebody sees, in order: the text of each message in their DM or in a channel. */
  sees(where: Name | string): readonly string[];
};

export async function makeWorld(): Promise<World> {
  const clock = fixedClock();
  const store = memoryStore(clock);
  const messenger = scriptedMessenger(clock);
  const troubles: DeliveryTrouble[] = [];
  const rooms = scriptedRooms();
  const refusedRooms: string[] = [];
  const deps: DeliverDeps & KeepRoomDeps = {
    rooms,
    onRoomRefused: ({ code }) => refusedRooms.push(code),
    ...{ store, clock, messenger, ids: countedIds(), renderer: plainRenderer() },
    onTrouble: (trouble) => troubles.push(trouble),
    under: (_correlation, work) => work(),
  };
  await store.setCircle(team, people.alex.user, circle);
  let last = '';

  const run = async (job: NewJob): Promise<void> => {
    if (job.task === 'deliver') return deliver(deps, job.team, job.conversation);
    if (job.task === 'screens') return;
    if (job.task === 'room') return keepRoom(deps, job);
    const { incident, wake, correlation } = job;
    return wakeIncident(deps, { team, incident, wake, correlation: correlation ?? 'timer' });
  };
  const workOnce = async (): Promise<NewJob | null> => {
    const job = store.takeJob();
    if (job === null) return null;
    try {
      await run(job);
    } catch (error) {
      store.returnJob(job);
      throw error;
    }
    return job;
  };
  const work = async (): Promise<void> => {
    while ((await workOnce()) !== null);
  };
  return {
    ...{ deps, clock, store, messenger, rooms, refusedRooms, troubles, workOnce, work },
    async open(request = {}) {
      const opened = await openIncident(deps, {
        ...{ team, engineer: people.alex, origin: { kind: 'global_shortcut' }, place: { kind: 'dm' } },
        ...{ text: 'i dropped the users table', audience: 'helpers', helpWanted: true, evenIfOpen: false },
        ...{ key: 'first', correlation: 'test' },
        ...request,
      });
      last = opened.incident.id;
      return opened;
    },
    async incident() {
      const incident = await store.incident(team, last);
      if (incident === null) throw new Error('no incident was opened');
      return incident;
    },
    does: (who, command, key) =>
      act(deps, {
        ...{ team, incident: last, actor: who === null ? null : people[who], correlation: 'test' },
        ...{ command: () => command, key: key ?? null },
      }),
    async pass(ms) {
      const end = clock.now() + ms;
      await work();
      for (;;) {
        const next = Math.min(...store.jobs().map((job) => job.at));
        if (next > end) break;
        clock.setTo(next);
        await work();
      }
      clock.setTo(end);
    },
    sees(where) {
      const at = where in people ? people[where as Name].user : where;
      return messenger
        .shown()
        .filter((message) => message.where === at)
        .map((message) => message.text);
    },
  };
}
