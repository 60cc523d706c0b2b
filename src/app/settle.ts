import type { Delivery, IncidentCommand } from '../domain/commands.ts';
import { actWithin } from './act.ts';
import type { DeliverDeps } from './deliver.ts';
import type { Fault } from './fault.ts';
import { jobsLast } from './jobs-last.ts';
import type { ClaimedMessage, IncidentMessage, Settlement, Transaction } from './ports.ts';

/** What became of a message, whether the person's notifications were off then, and the error of ours, if it was one. */
export type Outcome = Settlement & { readonly paused?: boolean; readonly fault?: Fault };

/** Keeps what became of the message; what people must hear of it is decided in the same transaction. */
export async function settle(deps: DeliverDeps, message: ClaimedMessage, outcome: Outcome): Promise<void> {
  if (outcome.state === 'again' || outcome.state === 'anew' || outcome.state === 'refused') {
    deps.onTrouble({
      messageId: message.id,
      kind: message.body.kind,
      failure: outcome.failure ?? 'unknown',
      attempts: message.attempts,
      final: outcome.state === 'refused',
      ...(outcome.fault === undefined ? {} : { fault: outcome.fault }),
    });
  }
  await deps.store.transact(async (open) =>
    jobsLast(open, async (tx) => {
      const command = message.about === 'incident' ? await decideOn(tx, deps, message, outcome) : null;
      await tx.settle(message.team, message.id, outcome);
      if (message.about !== 'incident') return;
      if (command?.type === 'place_refused') await sayElsewhere(tx, deps, message);
      if (isNewPlace(message, outcome)) await showTheWay(tx, deps, message);
    }),
  );
}

async function decideOn(
  tx: Transaction,
  deps: DeliverDeps,
  message: ClaimedMessage & IncidentMessage,
  outcome: Outcome,
): Promise<IncidentCommand | null> {
  const command = message.task.kind === 'update' ? null : consequence(message, outcome);
  if (command === null) return null;
  const { team, incident, correlation } = message;
  const request = { team, incident, actor: null, key: null, correlation };
  await actWithin(tx, deps, { ...request, command: () => command });
  return command;
}

function consequence({ body, conversation }: IncidentMessage, outcome: Outcome): IncidentCommand | null {
  if (outcome.state !== 'sent' && outcome.state !== 'refused') return null;
  const delivery: Delivery =
    outcome.state === 'sent'
      ? { outcome: 'delivered', paused: outcome.paused ?? false }
      : { outcome: 'refused', reason: outcome.failure ?? 'unknown' };
  if (body.kind === 'ask') return { type: 'ask_delivery', ask: body.ask, delivery };
  if (body.kind === 'summary') return { type: 'summary_delivery', delivery };
  if (body.kind === 'summary_other') return { type: 'other_delivery', person: body.person, delivery };
  if (body.kind === 'duty') {
    return delivery.outcome === 'refused' ? { type: 'duty_refused', reason: delivery.reason } : null;
  }
  if (body.kind === 'channel_ask') {
    return delivery.outcome === 'refused' ? { type: 'channel_ask_refused' } : null;
  }
  if (delivery.outcome === 'delivered' || conversation.kind !== 'channel') return null;
  const { reason } = delivery;
  return refusedAnywhere.has(reason)
    ? null
    : { type: 'place_refused', reason, channel: conversation.channel };
}

/** What is refused for these reasons would be refused in any other place as well, or may be there already. */
const refusedAnywhere: ReadonlySet<string> = new Set([
  ...[
    'render_failed',
    'unsure_and_unreadable',
    'invalid_blocks',
    'invalid_blocks_format',
    'invalid_arguments',
  ],
  ...['msg_too_long', 'msg_blocks_too_long', 'no_text', 'invalid_auth', 'not_authed', 'token_revoked'],
  ...['token_expired', 'account_inactive', 'missing_scope', 'ekm_access_denied'],
]);

/** What could not be said in a channel is said in the engineer's DM. The card has its own way there. */
async function sayElsewhere(tx: Transaction, deps: DeliverDeps, message: IncidentMessage): Promise<void> {
  const { team, key, incident, body, correlation } = message;
  if (body.kind === 'card') return;
  const engineer = (await tx.incident(team, incident))?.engineer;
  if (engineer === undefined) return;
  const conversation = { kind: 'user', user: engineer } as const;
  await tx.addMessage({
    ...{
      id: deps.ids.next(),
      team,
      key: `${key}:dm`,
      conversation,
      threadTs: null,
      about: 'incident',
      incident,
      body,
      correlation,
    },
  });
  await tx.addJobs([{ task: 'deliver', team, conversation, at: deps.clock.now() }]);
}

/** A card was just put up in another place than the first. */
function isNewPlace(
  { body, task, key, incident }: ClaimedMessage & IncidentMessage,
  { state }: Outcome,
): boolean {
  return body.kind === 'card' && task.kind !== 'update' && state === 'sent' && key !== `${incident}:card`;
}

/** What points there, the card that was left and what helpers have, has an address to show only now. */
async function showTheWay(tx: Transaction, { clock }: DeliverDeps, message: IncidentMessage): Promise<void> {
  const { team, incident } = message;
  const conversations = await tx.refresh(team, incident);
  const at = clock.now();
  await tx.addJobs(conversations.map((conversation) => ({ task: 'deliver', team, conversation, at })));
}
