/** Each person's stack of modals, three at most, and their home tab. https://docs.slack.dev/surfaces/modals */
import { valuesOf } from '../blocks/values.ts';
import { Refusal } from '../refusal.ts';
import type { StoredView } from '../world/state.ts';
import { requireTrigger } from '../world/triggers.ts';
import type { World } from '../world/world.ts';
import { acceptView, externalIdOf, newHash, requireFreeExternalId, requireHash } from './view-object.ts';

const MAX_STACK = 3;

/** Open modals of this person, the visible one last. */
export function stackOf(world: World, user: string): StoredView[] {
  return (world.state.stacks[user] ?? []).flatMap((id) => world.state.views[id] ?? []);
}

export function topView(world: World, user: string): StoredView | undefined {
  return stackOf(world, user).at(-1);
}

export function homeOf(world: World, user: string): StoredView | undefined {
  return world.state.views[world.state.homes[user] ?? ''];
}

function store(
  world: World,
  user: string,
  type: StoredView['type'],
  payload: StoredView['payload'],
): StoredView {
  const id = world.newId('V');
  const view: StoredView = {
    id,
    user,
    type,
    payload,
    values: valuesOf(payload.blocks),
    errors: [],
    hash: newHash(world),
    rootId: id,
    previousId: null,
    externalId: externalIdOf(payload),
  };
  world.state.views[id] = view;
  return view;
}

function put(world: World, user: string, payload: StoredView['payload']): StoredView {
  const below = topView(world, user);
  const view = store(world, user, 'modal', payload);
  if (below) {
    view.previousId = below.id;
    view.rootId = below.rootId;
  }
  world.state.stacks[user] = [...(world.state.stacks[user] ?? []), view.id];
  world.changed([user]);
  return view;
}

/**
 * `views.open`: a first modal. One that is open already gives way to it.
 * @throws Refusal for the view, or for the trigger
 * @returns the view, and those it displaced
 */
export function openModal(
  world: World,
  triggerId: string,
  given: unknown,
): { view: StoredView; displaced: StoredView[] } {
  const payload = acceptView(given, 'modal');
  const trigger = requireTrigger(world, triggerId);
  requireFreeExternalId(world, externalIdOf(payload));
  trigger.used = true;
  const displaced = closeAll(world, trigger.user);
  return { view: put(world, trigger.user, payload), displaced };
}

/**
 * `views.push`: on top of an open modal.
 * @throws Refusal for the view or the trigger, `not_found` when none is open, `push_limit_reached` at three
 */
export function pushModal(world: World, triggerId: string, given: unknown): StoredView {
  const payload = acceptView(given, 'modal');
  const trigger = requireTrigger(world, triggerId);
  if (!trigger.viewId || stackOf(world, trigger.user).length === 0) throw new Refusal('not_found');
  const view = pushFor(world, trigger.user, payload);
  trigger.used = true;
  return view;
}

/** Puts a checked view on top. @throws Refusal `push_limit_reached`, `duplicate_external_id` */
export function pushFor(world: World, user: string, payload: StoredView['payload']): StoredView {
  if (stackOf(world, user).length >= MAX_STACK) throw new Refusal('push_limit_reached');
  requireFreeExternalId(world, externalIdOf(payload));
  return put(world, user, payload);
}

/**
 * `views.update`: new content for an open modal. A field with the same block_id and action_id keeps what the person
 * typed. https://docs.slack.dev/reference/methods/views.update
 * @throws Refusal `not_found`, `hash_conflict`, or for the view
 */
export function updateModal(
  world: World,
  which: { viewId?: string; externalId?: string },
  given: unknown,
  hash?: string,
): StoredView {
  const view = Object.values(world.state.views).find((each) =>
    which.viewId !== undefined ? each.id === which.viewId : each.externalId === which.externalId,
  );
  const payload = acceptView(given, view?.type ?? 'modal');
  if (!view) throw new Refusal('not_found');
  requireHash(view, hash);
  return replaceContent(world, view, payload);
}

/** Gives a view new, checked content. */
export function replaceContent(world: World, view: StoredView, payload: StoredView['payload']): StoredView {
  requireFreeExternalId(world, externalIdOf(payload), view.id);
  view.values = valuesOf(payload.blocks, view.values);
  view.payload = payload;
  view.errors = [];
  view.externalId = externalIdOf(payload) || view.externalId;
  view.hash = newHash(world);
  world.changed([view.user]);
  return view;
}

/** `views.publish`: the home tab of one person. @throws Refusal `hash_conflict`, or for the view */
export function publishHome(world: World, user: string, given: unknown, hash?: string): StoredView {
  const payload = acceptView(given, 'home');
  const existing = homeOf(world, user);
  requireHash(existing, hash);
  if (existing) return replaceContent(world, existing, payload);
  requireFreeExternalId(world, externalIdOf(payload));
  const view = store(world, user, 'home', payload);
  world.state.homes[user] = view.id;
  world.changed([user]);
  return view;
}

/** Takes the visible modal away. With `clear_on_close` the whole stack goes. @returns the closed ones, top first */
export function closeTop(world: World, user: string): StoredView[] {
  const top = topView(world, user);
  if (!top) return [];
  if (top.payload.clear_on_close === true) return closeAll(world, user);
  return remove(world, user, [top]);
}

/** Takes a submitted modal away; what is below it shows again. */
export function closeView(world: World, view: StoredView): void {
  remove(world, view.user, [view]);
}

/** Takes the whole stack away. @returns the closed ones, top first */
export function closeAll(world: World, user: string): StoredView[] {
  return remove(world, user, stackOf(world, user).reverse());
}

function remove(world: World, user: string, views: StoredView[]): StoredView[] {
  for (const view of views) delete world.state.views[view.id];
  world.state.stacks[user] = (world.state.stacks[user] ?? []).filter((id) => world.state.views[id]);
  if (views.length > 0) world.changed([user]);
  return views;
}
