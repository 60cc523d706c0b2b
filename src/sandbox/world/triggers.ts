/**
 * Trigger ids: born with an interaction, dead after three seconds, good for one view.
 * https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses
 */
import { randomBytes } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import type { StoredTrigger } from './state.ts';
import type { World } from './world.ts';

const LIFE_MS = 3000;
/** How long a dead trigger is still told apart from one that never was. */
const REMEMBERED_MS = 600_000;

/** A new trigger for this person; `viewId` names the modal they acted in. */
export function newTrigger(world: World, user: string, viewId: string | null = null): string {
  const now = world.now();
  for (const [id, trigger] of Object.entries(world.state.triggers)) {
    if (trigger.expiresAt + REMEMBERED_MS < now) delete world.state.triggers[id];
  }
  world.state.counter += 1;
  const id = `${world.state.counter}.${Math.floor(now)}.${randomBytes(16).toString('hex')}`;
  world.state.triggers[id] = { user, expiresAt: now + LIFE_MS * world.patience, used: false, viewId };
  return id;
}

/**
 * Looks a trigger up without using it.
 * @throws Refusal `invalid_arguments` when it is no trigger at all, `invalid_trigger_id`, `exchanged_trigger_id`,
 *   `expired_trigger_id`
 */
export function requireTrigger(world: World, id: string): StoredTrigger {
  if (!/^\d+\.\d+\.[0-9a-f]+$/.test(id)) {
    const messages = ['[ERROR] invalid `trigger_id` [json-pointer:/trigger_id]'];
    throw new Refusal('invalid_arguments', { response_metadata: { messages } });
  }
  const trigger = world.state.triggers[id];
  if (!trigger) throw new Refusal('invalid_trigger_id');
  if (trigger.used) throw new Refusal('exchanged_trigger_id');
  if (trigger.expiresAt < world.now()) throw new Refusal('expired_trigger_id');
  return trigger;
}
