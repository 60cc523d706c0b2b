/** Views as they are stored, and as Slack shows them to the app. https://docs.slack.dev/reference/objects/view-object */
import { randomBytes } from 'node:crypto';
import { checkView, problemText } from '../blocks/blocks.ts';
import { withGeneratedIds } from '../blocks/generated-ids.ts';
import { slackValues } from '../blocks/values.ts';
import { blockSchema } from '../protocol.ts';
import { Refusal } from '../refusal.ts';
import type { Json, StoredView } from '../world/state.ts';
import type { World } from '../world/world.ts';

const MAX_BYTES = 250_000;

/**
 * Checks a view that the app gave and fills in the ids it left out.
 * @throws Refusal `invalid_arguments` naming each fault by its JSON pointer, or `view_too_large`
 */
export function acceptView(view: unknown, kind: 'modal' | 'home'): StoredView['payload'] {
  const problems = checkView(view, kind);
  if (problems.length > 0) {
    const messages = problems.map((problem) => `[ERROR] ${problemText(problem)}`);
    throw new Refusal('invalid_arguments', { response_metadata: { messages } });
  }
  if (JSON.stringify(view).length > MAX_BYTES) throw new Refusal('view_too_large');
  const given = view as Json;
  return { ...given, blocks: withGeneratedIds(blockSchema.array().parse(given.blocks)) };
}

/** A hash for a new state of a view. */
export function newHash(world: World): string {
  return `${Math.floor(world.now() / 1000)}.${randomBytes(6).toString('base64url').slice(0, 8)}`;
}

/** @throws Refusal `hash_conflict` when the view is not the one the app last saw */
export function requireHash(view: StoredView | undefined, hash: string | undefined): void {
  if (hash !== undefined && hash !== '' && view?.hash !== hash) throw new Refusal('hash_conflict');
}

/** @throws Refusal `duplicate_external_id` when another view of the workspace has it */
export function requireFreeExternalId(world: World, externalId: string, own?: string): void {
  if (externalId === '') return;
  const taken = Object.values(world.state.views).some(
    (view) => view.externalId === externalId && view.id !== own,
  );
  if (taken) throw new Refusal('duplicate_external_id');
}

export function externalIdOf(payload: Json): string {
  return typeof payload.external_id === 'string' ? payload.external_id : '';
}

/** The view object of answers and payloads, with what is in its fields now. */
export function toSlackView(world: World, view: StoredView): Json {
  const { team, bot } = world.state;
  const { payload } = view;
  return {
    id: view.id,
    team_id: team.id,
    type: view.type,
    blocks: payload.blocks,
    private_metadata: payload.private_metadata ?? '',
    callback_id: payload.callback_id ?? '',
    state: { values: slackValues(payload.blocks, view.values) },
    hash: view.hash,
    title: payload.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: payload.clear_on_close ?? false,
    notify_on_close: payload.notify_on_close ?? false,
    close: payload.close ?? null,
    submit: payload.submit ?? null,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: bot.appId,
    external_id: view.externalId,
    app_installed_team_id: team.id,
    bot_id: bot.botId,
  };
}
