/**
 * Commands, clicks and submissions: sent once, due in 3 s, and the person sees it when they fail.
 * https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response
 */
import { randomUUID } from 'node:crypto';
import type { Json } from '../world/state.ts';
import type { World } from '../world/world.ts';
import type { Delivery, EnvelopeType } from './delivery.ts';
import { ACK_DEADLINE_MS } from './event-queue.ts';

export type Answer =
  | { readonly acknowledged: true; readonly payload: unknown }
  /** `operation_timeout`: no answer in time. `dispatch_failed`: nobody to send it to, or the answer was no good. */
  | { readonly acknowledged: false; readonly error: 'operation_timeout' | 'dispatch_failed' };

export class Interactions {
  readonly #world: World;
  readonly #delivery: Delivery;

  constructor(world: World, delivery: Delivery) {
    this.#world = world;
    this.#delivery = delivery;
  }

  /**
   * Sends it and waits for the acknowledgement.
   * @param accept takes what the app answered and says what is wrong with it (null when nothing is); it runs in the
   *   same turn as the acknowledgement arrives
   */
  async send(
    type: EnvelopeType,
    payload: Json,
    accept: (payload: unknown) => string | null = () => null,
  ): Promise<Answer> {
    await this.#world.saved();
    const id = randomUUID();
    const answer = await new Promise<Answer>((resolve) => {
      let cancel: () => void = () => {};
      const sent = this.#delivery.send(
        { id, type, payload, acceptsResponse: true, retry: null },
        {
          acknowledged: (given) => {
            cancel();
            const problem = accept(given);
            if (problem === null) resolve({ acknowledged: true, payload: given });
            else resolve({ acknowledged: false, error: 'dispatch_failed' });
            return problem;
          },
          // A broken socket: the person waits out the deadline; the app may have reconnected and may still answer. A
          // request that was refused or reached nobody is over at once.
          lost: ({ reason }) => {
            if (reason === 'timeout') return;
            cancel();
            resolve({ acknowledged: false, error: 'dispatch_failed' });
          },
        },
      );
      if (!sent) {
        resolve({ acknowledged: false, error: 'dispatch_failed' });
        return;
      }
      cancel = this.#world.clock.after(ACK_DEADLINE_MS * this.#world.patience, () => {
        this.#delivery.giveUp(id);
        resolve({ acknowledged: false, error: 'operation_timeout' });
      });
    });
    await this.#world.saved();
    return answer;
  }
}
