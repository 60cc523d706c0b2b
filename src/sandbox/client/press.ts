/** Buttons, menus and pickers. https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
import { elementsOf, type PlacedElement } from '../blocks/generated-ids.ts';
import { isObject } from '../blocks/schema.ts';
import { enteredValue, findOption, holdsValue, slackValue, slackValues } from '../blocks/values.ts';
import type { Interactions } from '../delivery/interactions.ts';
import type { FieldValue, Outcome, Person, PersonAction, Place } from '../protocol.ts';
import { toSlackView } from '../views/view-object.ts';
import { homeOf, topView } from '../views/view-stack.ts';
import { findEphemeral } from '../world/ephemerals.ts';
import { findMessage } from '../world/message-lookup.ts';
import { toSlackMessage } from '../world/message-object.ts';
import { notice } from '../world/notices.ts';
import { newResponseUrl } from '../world/response-urls.ts';
import type { Json, StoredMessage, StoredView } from '../world/state.ts';
import { newTrigger } from '../world/triggers.ts';
import type { World } from '../world/world.ts';
import { nowTs, payloadBase, payloadChannelName } from './payloads.ts';
import { joinedConversation, NotAllowed, userId, visibleConversation } from './refs.ts';

type Click = Extract<PersonAction, { do: 'click' }>;
type Where = { readonly view: StoredView } | { readonly message: StoredMessage; readonly ephemeral: boolean };

/** Finds what is clicked and sends it. @throws NotAllowed when it is not there */
export async function press(
  world: World,
  interactions: Interactions,
  person: Person,
  click: Click,
): Promise<Outcome> {
  const where = find(world, person, click.place);
  const blocks = 'view' in where ? where.view.payload.blocks : where.message.blocks;
  const candidates = elementsOf(blocks).filter(
    (each) => click.blockId === undefined || each.blockId === click.blockId,
  );
  const placed =
    candidates.find((each) => each.actionId === click.action) ??
    candidates.find((each) => labelOf(each) === click.action);
  if (!placed) throw new NotAllowed('element_not_found', `There is nothing called ${click.action} here.`);
  if (isObject(placed.element.confirm) && click.confirmed !== true) {
    return { result: 'asks', confirm: placed.element.confirm };
  }
  const chosen = choose(world, person, placed, click.value ?? null);
  if ('view' in where && holdsValue(placed.type)) setValue(world, where.view, placed, chosen.value);
  // Within a form, only a field that dispatches its action tells the app before the form is sent.
  if (placed.isInput && placed.block.dispatch_action !== true) return { result: 'done' };
  const url = chosen.url ?? (typeof placed.element.url === 'string' ? placed.element.url : undefined);
  const outcome = await sendAction(world, interactions, person, where, placed, chosen.fields);
  return outcome.result === 'done' && url !== undefined ? { ...outcome, url } : outcome;
}

/** Puts a value into a view and forgets the error that stood there. */
export function setValue(world: World, view: StoredView, placed: PlacedElement, value: FieldValue): void {
  view.values[placed.blockId] = { ...view.values[placed.blockId], [placed.actionId]: value };
  view.errors = view.errors.filter((each) => each.blockId !== placed.blockId);
  world.changed([view.user]);
}

/** A `block_actions` payload, sent; the person sees it when the app does not answer. */
export async function sendAction(
  world: World,
  interactions: Interactions,
  person: Person,
  where: Where,
  placed: PlacedElement,
  fields: Json,
): Promise<Outcome> {
  const about = 'view' in where ? { viewId: where.view.id } : { channel: where.message.channel };
  if (!world.app.interactivity) {
    const text = notice(world, person.id, { ...about, error: 'dispatch_failed' });
    return { result: 'failed', error: 'dispatch_failed', text };
  }
  const answer = await interactions.send('interactive', {
    type: 'block_actions',
    ...payloadBase(world, person),
    trigger_id: newTrigger(
      world,
      person.id,
      'view' in where && where.view.type === 'modal' ? where.view.id : null,
    ),
    ...('view' in where ? viewParts(world, where.view) : messageParts(world, person, where, placed, fields)),
    actions: [
      {
        ...fields,
        type: placed.type,
        action_id: placed.actionId,
        block_id: placed.blockId,
        action_ts: nowTs(world),
      },
    ],
  });
  if (answer.acknowledged) return { result: 'done' };
  const text = notice(world, person.id, { ...about, error: answer.error });
  return { result: 'failed', error: answer.error, text };
}

function find(world: World, person: Person, place: Place): Where {
  if (place.in === 'home') {
    const view = homeOf(world, person.id);
    if (!view) throw new NotAllowed('view_not_found', 'The home tab is empty.');
    return { view };
  }
  if (place.in === 'view') {
    const view = topView(world, person.id);
    if (!view || (place.viewId !== undefined && place.viewId !== view.id)) {
      throw new NotAllowed('view_not_found', 'This form is not open.');
    }
    return { view };
  }
  const channel = joinedConversation(world, person, place.channel).id;
  const ephemeral = findEphemeral(world, person.id, channel, place.ts);
  const message = ephemeral ?? findMessage(world, channel, place.ts);
  if (!message) throw new NotAllowed('message_not_found', 'This message is gone.');
  return { message, ephemeral: ephemeral !== undefined };
}

function labelOf(placed: PlacedElement): string | undefined {
  const label = placed.type === 'button' ? placed.element.text : placed.block.label;
  return isObject(label) && typeof label.text === 'string' ? label.text : undefined;
}

/** The fields that tell what was chosen. */
function choose(
  world: World,
  person: Person,
  placed: PlacedElement,
  entered: FieldValue,
): { fields: Json; value: FieldValue; url?: string } {
  if (placed.type === 'button') {
    const { text, value, style, url } = placed.element;
    const fields = Object.fromEntries(
      Object.entries({ text, value, style, url }).filter(([, each]) => each !== undefined),
    );
    return { fields, value: null };
  }
  if (placed.type === 'overflow') {
    const option = findOption(placed.element, String(entered));
    if (!option) throw new NotAllowed('value_not_possible', 'There is no such choice in this menu.');
    return {
      fields: { selected_option: option },
      value: null,
      url: typeof option.url === 'string' ? option.url : undefined,
    };
  }
  const value = enteredFor(world, person, placed, entered);
  return { fields: slackValue(placed, value), value };
}

/** What a person enters for an element, with `@handle` and `#name` read as people and channels. */
export function enteredFor(
  world: World,
  person: Person,
  placed: PlacedElement,
  entered: FieldValue,
): FieldValue {
  const resolve = (each: string): string => {
    if (/users_select$/.test(placed.type)) return userId(world, each);
    if (/(conversations|channels)_select$/.test(placed.type))
      return visibleConversation(world, person, each).id;
    return each;
  };
  const resolved =
    typeof entered === 'string' && entered !== ''
      ? resolve(entered)
      : Array.isArray(entered)
        ? entered.map(resolve)
        : entered;
  const value = enteredValue(placed, resolved);
  if (value === undefined) throw new NotAllowed('value_not_possible', 'This field cannot hold that.');
  return value;
}

function viewParts(world: World, view: StoredView): Json {
  return { container: { type: 'view', view_id: view.id }, view: toSlackView(world, view) };
}

function messageParts(
  world: World,
  person: Person,
  where: Extract<Where, { message: StoredMessage }>,
  placed: PlacedElement,
  fields: Json,
): Json {
  const { message, ephemeral } = where;
  const conversation = joinedConversation(world, person, message.channel);
  const { type: _type, ...selected } = fields;
  const values = slackValues(message.blocks, {});
  const own = values[placed.blockId];
  if (holdsValue(placed.type) && isObject(own)) own[placed.actionId] = { type: placed.type, ...selected };
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: ephemeral,
      ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    },
    channel: { id: message.channel, name: payloadChannelName(conversation) },
    ...(ephemeral ? {} : { message: toSlackMessage(world, message) }),
    state: { values },
    response_url: newResponseUrl(world, {
      user: person.id,
      channel: message.channel,
      messageTs: message.ts,
      ephemeral,
      threadTs: message.threadTs,
    }),
  };
}
