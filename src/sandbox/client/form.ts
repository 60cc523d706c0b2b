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

/** Does changing (or Enter in) this field tell the app at once? */
function dispatches(placed: PlacedElement, isEnter: boolean): boolean {
  if (placed.block.dispatch_action !== true) return false;
  if (!/input$/.test(placed.type)) return true;
  const config = placed.element.dispatch_action_config;
  const on =
    isObject(config) && Array.isArray(config.trigger_actions_on)
      ? config.trigger_actions_on
      : ['on_enter_pressed'];
  return on.includes('on_character_entered') || (isEnter && on.includes('on_enter_pressed'));
}

/** Enters values; fields with `dispatch_action` tell the app. @throws NotAllowed */
export async function fill(
  world: World,
  interactions: Interactions,
  person: Person,
  action: Action<'fill'>,
): Promise<Outcome> {
  const view = visible(world, person, action.viewId);
  const entered = Object.entries(action.values).map(([name, value]) => {
    const placed = fieldNamed(view, name);
    return { placed, value: enteredFor(world, person, placed, value) };
  });
  for (const { placed, value } of entered) setValue(world, view, placed, value);
  let outcome: Outcome = { result: 'done' };
  for (const { placed, value } of entered) {
    if (!dispatches(placed, action.enter ?? false)) continue;
    outcome = await sendAction(world, interactions, person, { view }, placed, slackValue(placed, value));
  }
  return outcome;
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
