/** Filling, submitting and closing modals. https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
import { elementsOf, type PlacedElement } from '../blocks/generated-ids.ts';
import { isObject } from '../blocks/schema.ts';
import { holdsValue, slackValue } from '../blocks/values.ts';
import type { Interactions } from '../delivery/interactions.ts';
import type { Outcome, Person, PersonAction } from '../protocol.ts';
import { checkForm } from '../views/form-check.ts';
import { applySubmissionAnswer } from '../views/submission-answer.ts';
import { toSlackView } from '../views/view-object.ts';
import { closeAll, closeTop, topView } from '../views/view-stack.ts';
import { notice } from '../world/notices.ts';
import type { StoredView } from '../world/state.ts';
import { newTrigger } from '../world/triggers.ts';
import type { World } from '../world/world.ts';
import { payloadBase } from './payloads.ts';
import { enteredFor, sendAction, setValue } from './press.ts';
import { NotAllowed } from './refs.ts';
import { dispatchesOn, onPause, stopWaiting } from './typing.ts';

type Action<K extends PersonAction['do']> = Extract<PersonAction, { do: K }>;

function visible(world: World, person: Person, viewId: string | undefined): StoredView {
  const view = topView(world, person.id);
  if (!view || (viewId !== undefined && viewId !== view.id)) {
    throw new NotAllowed('view_not_found', 'This form is not open.');
  }
  return view;
}

function fieldNamed(view: StoredView, name: string): PlacedElement {
  const all = elementsOf(view.payload.blocks).filter((each) => each.isInput && holdsValue(each.type));
  const label = (each: PlacedElement) => (isObject(each.block.label) ? each.block.label.text : undefined);
  const found =
    all.find((each) => each.blockId === name) ??
    all.find((each) => each.actionId === name) ??
    all.find((each) => label(each) === name);
  if (!found) throw new NotAllowed('field_not_found', `There is no field ${name} in this form.`);
  return found;
}

/**
 * Enters values. Fields with `dispatch_action` tell the app: at once, or when the person pauses while they are still
 * `typing`. What the client could not take (an unknown field, a choice that is none) changes nothing at all.
 * @throws NotAllowed
 */
export async function fill(
  world: World,
  interactions: Interactions,
  person: Person,
  action: Action<'fill'>,
): Promise<Outcome> {
  const view = visible(world, person, action.viewId);
  const entered = Object.entries(action.values).map(([name, value]) => {
    const placed = fieldNamed(view, name);
    const before = view.values[placed.blockId]?.[placed.actionId];
    return { placed, before, value: enteredFor(world, person, placed, value) };
  });
  for (const { placed, value } of entered) setValue(world, view, placed, value);
  if (action.enter) stopWaiting(view);
  let outcome: Outcome = { result: 'done' };
  for (const { placed, before, value } of entered) {
    const on = dispatchesOn(placed);
    const isTold = (action.enter && on.enter) || (on.change && (!on.typing || before !== value));
    if (!isTold) continue;
    if (action.typing && !action.enter && on.typing) {
      onPause(world, view, placed, () => void tell(world, interactions, person, view, placed));
    } else outcome = await tell(world, interactions, person, view, placed);
  }
  return outcome;
}

/** Tells the app what is in the field now; nothing when the app has taken the field away meanwhile. */
async function tell(
  world: World,
  interactions: Interactions,
  person: Person,
  view: StoredView,
  { blockId, actionId }: PlacedElement,
): Promise<Outcome> {
  const placed = elementsOf(view.payload.blocks).find(
    (each) => each.blockId === blockId && each.actionId === actionId,
  );
  if (!placed) return { result: 'done' };
  const value = view.values[blockId]?.[actionId] ?? null;
  return sendAction(world, interactions, person, { view }, placed, slackValue(placed, value));
}

/** Submissions on their way; the button is greyed out meanwhile. */
const sending = new WeakSet<StoredView>();

/** The submit button: checked by the client first, then sent; the answer is done when it arrives. */
export async function submit(
  world: World,
  interactions: Interactions,
  person: Person,
  action: Action<'submit'>,
): Promise<Outcome> {
  const view = visible(world, person, action.viewId);
  if (view.payload.submit === undefined) throw new NotAllowed('no_submit', 'This form has no submit button.');
  if (sending.has(view)) throw new NotAllowed('busy', 'This form is being sent already.');
  view.errors = checkForm(view);
  world.changed([person.id]);
  if (view.errors.length > 0) return { result: 'invalid', by: 'client', errors: view.errors };
  sending.add(view);
  stopWaiting(view);
  const payload = {
    type: 'view_submission',
    ...payloadBase(world, person),
    trigger_id: newTrigger(world, person.id, view.id),
    view: toSlackView(world, view),
    response_urls: [],
  };
  const answer = await interactions.send('interactive', payload, (given) =>
    applySubmissionAnswer(world, view, given),
  );
  sending.delete(view);
  if (!answer.acknowledged) {
    const text = notice(world, person.id, { error: answer.error, viewId: view.id });
    return { result: 'failed', error: answer.error, text };
  }
  return view.errors.length > 0 ? { result: 'invalid', by: 'app', errors: view.errors } : { result: 'done' };
}

/** Cancel, or the cross. */
export function close(
  world: World,
  interactions: Interactions,
  person: Person,
  action: Action<'close'>,
): Outcome {
  const top = visible(world, person, undefined);
  const all = action.all === true || top.payload.clear_on_close === true;
  const closed = all ? closeAll(world, person.id) : closeTop(world, person.id);
  tellClosed(world, interactions, closed, { isCleared: all });
  return { result: 'done' };
}

/** `view_closed`, only where the app asked for it, and without what was typed. */
export function tellClosed(
  world: World,
  interactions: Interactions,
  views: readonly StoredView[],
  how: { isCleared: boolean },
): void {
  for (const view of views) {
    stopWaiting(view);
    const person = world.person(view.user);
    if (view.payload.notify_on_close !== true || !person) continue;
    void interactions.send('interactive', {
      type: 'view_closed',
      ...payloadBase(world, person),
      view: { ...toSlackView(world, view), state: { values: {} } },
      is_cleared: how.isCleared,
    });
  }
}
