import { z } from 'zod';
import { auditDeliveries } from '../app/audit.ts';
import { conversationFrom } from '../app/conversation.ts';
import { type DeliverDeps, deliver } from '../app/deliver.ts';
import { wakeIncident } from '../app/wake.ts';

const deliverSchema = z.object({ team: z.string(), conversation: z.string() });
const wakeSchema = z.object({
  team: z.string(),
  incident: z.string(),
  wake: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ask_due'), ask: z.string() }),
    z.object({ kind: z.literal('silence_due') }),
    z.object({ kind: z.literal('summary_due') }),
  ]),
});

export type TaskDeps = DeliverDeps & {
  /** The correlation id that the job's log lines and Slack calls carry. */
  readonly newCorrelation: () => string;
  /** Upkeep of an embedded database. */
  readonly checkpoint: (options: { readonly vacuum: boolean }) => Promise<void>;
  readonly onAudit: (found: number) => void;
};

export type Task = (payload: unknown) => Promise<void>;

/** Every kind of job. Payloads hold ids only, and are checked: a job may come from an older release. */
export function createTasks(deps: TaskDeps): Readonly<Record<string, Task>> {
  return {
    async deliver(payload) {
      const { team, conversation } = deliverSchema.parse(payload);
      await deliver(deps, team, conversationFrom(conversation));
    },
    async wake(payload) {
      await wakeIncident(deps, { ...wakeSchema.parse(payload), correlation: deps.newCorrelation() });
    },
    async audit() {
      deps.onAudit(await auditDeliveries(deps));
    },
    async checkpoint() {
      await deps.checkpoint({ vacuum: false });
    },
    async vacuum() {
      await deps.checkpoint({ vacuum: true });
    },
  };
}

/** What runs by the clock. Times are UTC. */
export const schedule = [
  { task: 'audit', match: '* * * * *' },
  { task: 'checkpoint', match: '*/5 * * * *' },
  { task: 'vacuum', match: '17 3 * * *' },
] as const;
