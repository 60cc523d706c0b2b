import type { HomeView, ModalView } from '@slack/types';
import type { SlackCalls } from './calls.ts';
import type { Waiting } from './clients.ts';
import type { Outcome } from './errors.ts';

/** A window that is open on somebody's screen. */
export type OpenWindow = { readonly viewId: string };

/** Opens and changes windows; somebody is waiting, so every call has the short deadline. Never throws. */
export interface Windows {
  /** Needs a trigger that is not older than 3 s and was not used. */
  open(triggerId: string, view: ModalView): Promise<Outcome<OpenWindow>>;
  push(triggerId: string, view: ModalView): Promise<Outcome<OpenWindow>>;
  /**
   * What the person has typed stays where block and action are the same. With the hash of what was seen it is refused
   * as `hash_conflict` when the window has changed since.
   */
  update(viewId: string, view: ModalView, hash?: string): Promise<Outcome<OpenWindow>>;
  /**
   * The window that was drawn under this `external_id`, and is still that drawing; otherwise refused as `not_found`. A
   * view without a name of its own keeps it.
   */
  repaint(drawing: string, view: ModalView, waiting: Waiting): Promise<Outcome<OpenWindow>>;
  /** What a person sees under Home. */
  publish(user: string, view: HomeView): Promise<Outcome<OpenWindow>>;
}

export function createWindows(calls: SlackCalls): Windows {
  const subject = { waiting: 'person' } as const;
  const opened = (answer: { view?: { id?: string } | undefined }): OpenWindow => ({
    viewId: answer.view?.id ?? '',
  });
  return {
    open: (trigger_id, view) =>
      calls.attempt('views.open', subject, async (client) =>
        opened(await client.views.open({ trigger_id, view })),
      ),
    push: (trigger_id, view) =>
      calls.attempt('views.push', subject, async (client) =>
        opened(await client.views.push({ trigger_id, view })),
      ),
    update: (view_id, view, hash) =>
      calls.attempt('views.update', subject, async (client) =>
        opened(await client.views.update({ view_id, view, ...(hash === undefined ? {} : { hash }) })),
      ),
    publish: (user_id, view) =>
      calls.attempt('views.publish', subject, async (client) =>
        opened(await client.views.publish({ user_id, view })),
      ),
    repaint: (external_id, view, waiting) =>
      calls.attempt('views.update', { waiting }, async (client) =>
        opened(await client.views.update({ external_id, view: { external_id, ...view } })),
      ),
  };
}
