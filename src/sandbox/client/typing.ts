/**
 * Typing that goes on: a field with `on_character_entered` tells the app when the person pauses, not at each key. How
 * long Slack's clients wait is not documented; they do wait.
 * https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object
 */
import type { PlacedElement } from '../blocks/generated-ids.ts';
import { isObject } from '../blocks/schema.ts';
import type { StoredView } from '../world/state.ts';
import type { World } from '../world/world.ts';

/** How long nobody must have typed, on the sandbox's clock. */
export const TYPING_PAUSE_MS = 500;

const pausing = new WeakMap<StoredView, Map<string, () => void>>();

/** Waits for a pause in this field; typing on begins the wait anew. `told` is not called when the form goes meanwhile. */
export function onPause(world: World, view: StoredView, placed: PlacedElement, told: () => void): void {
  const key = `${placed.blockId}\n${placed.actionId}`;
  const waits = pausing.get(view) ?? new Map<string, () => void>();
  pausing.set(view, waits);
  waits.get(key)?.();
  const cancel = world.clock.after(TYPING_PAUSE_MS, () => {
    waits.delete(key);
    if (world.state.views[view.id] === view) told();
  });
  waits.set(key, cancel);
}

/** The form was sent or closed, or Enter was pressed: no pause is waited for any more. */
export function stopWaiting(view: StoredView): void {
  for (const cancel of pausing.get(view)?.values() ?? []) cancel();
  pausing.delete(view);
}

/** What this field tells the app about, besides being sent with the form. */
export function dispatchesOn(placed: PlacedElement): { change: boolean; enter: boolean; typing: boolean } {
  if (placed.block.dispatch_action !== true) return { change: false, enter: false, typing: false };
  // Selects, pickers and the like have no typing: each choice is told.
  if (!/input$/.test(placed.type)) return { change: true, enter: false, typing: false };
  const config = placed.element.dispatch_action_config;
  const on: unknown[] =
    isObject(config) && Array.isArray(config.trigger_actions_on)
      ? config.trigger_actions_on
      : ['on_enter_pressed'];
  const typing = on.includes('on_character_entered');
  return { change: typing, enter: on.includes('on_enter_pressed'), typing };
}
