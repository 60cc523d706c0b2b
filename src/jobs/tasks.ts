import { z } from 'zod';
import { auditDeliveries } from '../app/audit.ts';
import { conversationFrom } from '../app/conversation.ts';
import { type DeliverDeps, deliver } from '../app/deliver.ts';
import { type KeepRoomDeps, keepRoom } from '../app/keep-room.ts';
import { refreshScreens, type ScreenPainter } from '../app/open-screens.ts';
import { wakeIncident } from '../app/wake.ts';
import { type Task, task } from './task.ts';

const deliverSchema = z.object({ team: z.string(), conversation: z.string() });
const wakeSchema = z.object({
  team: z.string(),
  /** Missing in jobs of an older release, and where the auditor found a lost timer. */
  correlation: z.string().optional(),
  incident: z.string(),
  wake: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ask_due'), ask: z.string() }),
    z.object({ kind: z.literal('late_due'), ask: z.string() }),
    z.object({ kind: z.literal('silence_due') }),
    z.object({ kind: z.literal('idle_due') }),
    z.object({ kind: z.literal('summary_due') }),
    z.object({ kind: z.literal('own_word_soon') }),
    z.object({ kind: z.literal('own_word_due') }),
    z.object({ kind: z.literal('news_due') }),
    z.object({ kind: z.literal('room_due') }),
  ]),
});
const screensSchema = z.object({ team: z.string(), incident: z.string(), correlation: z.string() });
const roomSchema = z.object({ team: z.string(), incident: z.string(), correlation: z.string() });

/** How long answers are kept, in milliseconds: far longer than Slack delivers anything again. */
const month = 30 * 24 * 3_600_000;

/** Jobs of the schedule carry only when they were due. */
const nothing = z.unknown();

export type TaskDeps = DeliverDeps &
  KeepRoomDeps & {
    /** For what begins with a timer and not with a person. */
    readonly newCorrelation: () => string;
    /** Upkeep of an embedded database. */
    readonly checkpoint: (options: { readonly vacuum: boolean }) => Promise<void>;
    /** Reads the people of the pool again, where it is a user group. */
    readonly refreshPool: () => Promise<void>;
    readonly onAudit: (found: number) => void;
    readonly painter: ScreenPainter;
  };

/** Every kind of job. Payloads hold ids only, and are checked: a job may come from an older release. */
export function createTasks(deps: TaskDeps): Readonly<Record<string, Task>> {
  return {
    deliver: task(deliverSchema, ({ team, conversation }) =>
      deliver(deps, team, conversationFrom(conversation)),
    ),
    wake: task(wakeSchema, (request) => {
      const correlation = request.correlation ?? deps.newCorrelation();
      return deps.under(correlation, () => wakeIncident(deps, { ...request, correlation }));
    }),
    screens: task(screensSchema, ({ team, incident, correlation }) =>
      deps.under(correlation, () => refreshScreens(deps, team, incident)),
    ),
    room: task(roomSchema, (request) => deps.under(request.correlation, () => keepRoom(deps, request))),
    audit: task(nothing, async () => deps.onAudit(await auditDeliveries(deps))),
    forget: task(nothing, async () => {
      await deps.store.forgetAnswers(deps.clock.now() - month);
    }),
    refresh_pool: task(nothing, () => deps.refreshPool()),
    checkpoint: task(nothing, () => deps.checkpoint({ vacuum: false })),
    vacuum: task(nothing, () => deps.checkpoint({ vacuum: true })),
  };
}

/** What runs by the clock. Times are UTC. */
export const schedule = [
  { task: 'audit', pattern: '* * * * *' },
  { task: 'checkpoint', pattern: '*/5 * * * *' },
  { task: 'forget', pattern: '7 3 * * *' },
  { task: 'refresh_pool', pattern: '11 * * * *' },
  { task: 'vacuum', pattern: '17 3 * * *' },
] as const;
