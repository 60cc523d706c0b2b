/**
 * What the app may answer to a submission: nothing (the modal closes), or a `response_action`.
 * https://docs.slack.dev/surfaces/modals#response_actions
 */
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { StoredView } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { acceptView } from './view-object.ts';
import { closeAll, closeView, pushFor, replaceContent } from './view-stack.ts';

const answerSchema = z.union([
  z.strictObject({
    response_action: z.literal('errors'),
    errors: z
      .record(z.string(), z.string().min(1).max(3000))
      .refine((errors) => Object.keys(errors).length > 0),
  }),
  z.strictObject({ response_action: z.literal('update'), view: z.looseObject({}) }),
  z.strictObject({ response_action: z.literal('push'), view: z.looseObject({}) }),
  z.strictObject({ response_action: z.literal('clear') }),
]);

function describe(error: unknown): string {
  if (!(error instanceof Refusal)) throw error;
  return `${error.code} ${JSON.stringify(error.extra)}`;
}

/**
 * Does what the answer to a submission says.
 * @returns null, or what was wrong with it; the modal then stays as it is and the person sees that it failed
 */
export function applySubmissionAnswer(world: World, view: StoredView, payload: unknown): string | null {
  const isEmpty = typeof payload !== 'object' || payload === null || Object.keys(payload).length === 0;
  if (isEmpty) {
    closeView(world, view);
    return null;
  }
  const parsed = answerSchema.safeParse(payload);
  if (!parsed.success) return 'the answer to view_submission is not a response_action that Slack knows';
  const answer = parsed.data;
  try {
    switch (answer.response_action) {
      case 'errors':
        return applyErrors(world, view, answer.errors);
      case 'update':
        replaceContent(world, view, acceptView(answer.view, 'modal'));
        return null;
      case 'push':
        pushFor(world, view.user, acceptView(answer.view, 'modal'));
        return null;
      case 'clear':
        closeAll(world, view.user);
        return null;
    }
  } catch (error) {
    return describe(error);
  }
}

function applyErrors(
  world: World,
  view: StoredView,
  errors: Readonly<Record<string, string>>,
): string | null {
  const inputs = view.payload.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  const unknown = Object.keys(errors).filter((blockId) => !inputs.includes(blockId));
  if (unknown.length > 0) return `errors name no input block of the view: ${unknown.join(', ')}`;
  view.errors = Object.entries(errors).map(([blockId, message]) => ({ blockId, message }));
  world.changed([view.user]);
  return null;
}
