import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inner, ofType } from './support/listener.ts';
import { modal, openModalBench, plain, stateOf, textInput } from './support/modal-bench.ts';

/** https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object */
const told = (...on: string[]) => ({ dispatch_action_config: { trigger_actions_on: on } });
const dispatching = (id: string, rest: object = {}) => ({ ...textInput(id, rest), dispatch_action: true });

describe('typing in a modal', () => {
  let bench: Awaited<ReturnType<typeof openModalBench>>;

  beforeEach(async () => {
    bench = await openModalBench();
  });

  afterEach(() => bench.close());

  const actions = () => bench.listener.arrived.filter(ofType('block_actions'));
  const values = () =>
    actions().map(({ body }) => {
      const [first] = Array.isArray(body.actions) ? body.actions : [];
      return String(first?.value);
    });
  /** The app has heard all that was sent before. */
  const heard = async () => {
    await bench.alex.post('#eng-platform', 'after it');
    await bench.listener.next((each) => each.type === 'events_api' && inner(each).text === 'after it');
  };

  // …/dispatch-action-configuration-object: on_character_entered
  it('tells the app what is there when the person pauses, once', async () => {
    await bench.open(modal([dispatching('a', told('on_character_entered'))]));
    for (const text of ['I', 'I dropped', 'I dropped the table']) await bench.alex.type({ a: text });
    await bench.sandbox.clock.advance(300);
    expect(actions()).toHaveLength(0);
    await bench.sandbox.clock.advance(200);
    const typed = await bench.listener.next(ofType('block_actions'));
    expect(stateOf(typed)).toMatchObject({ values: { a: { text: { value: 'I dropped the table' } } } });
    await bench.alex.type({ a: '' });
    await bench.sandbox.clock.advance(500);
    await heard();
    expect(values()).toEqual(['I dropped the table', 'null']);
  });

  it('tells each field on its own, and nothing that did not change', async () => {
    await bench.open(
      modal([dispatching('a', told('on_character_entered')), dispatching('b', told('on_character_entered'))]),
    );
    await bench.alex.type({ a: 'one' });
    await bench.alex.type({ b: 'two' });
    await bench.sandbox.clock.advance(500);
    await bench.alex.fill({ a: 'one' });
    await heard();
    expect(values()).toEqual(['one', 'two']);
  });

  // …/dispatch-action-configuration-object: on_enter_pressed, which is also what holds without a configuration
  it('waits for Enter where only Enter tells', async () => {
    await bench.open(modal([dispatching('a', told('on_enter_pressed')), dispatching('b')]));
    await bench.alex.fill({ a: 'one', b: 'two' });
    await bench.sandbox.clock.advance(5000);
    await bench.alex.fill({ a: 'one' }, { enter: true });
    await bench.alex.fill({ b: 'two' }, { enter: true });
    expect(values()).toEqual(['one', 'two']);
  });

  it('tells nothing after the form is sent or closed', async () => {
    const view = modal([dispatching('a', told('on_character_entered'))]);
    await bench.open(view);
    await bench.alex.type({ a: 'sent' });
    await bench.alex.submit();
    await bench.open(view);
    await bench.alex.type({ a: 'closed' });
    await bench.alex.close();
    await bench.sandbox.clock.advance(5000);
    await heard();
    expect(actions()).toEqual([]);
  });

  // https://docs.slack.dev/reference/methods/views.update: same block_id and action_id keep what was typed
  it('goes on over an update of the view: what is typed stays, a new block_id begins anew', async () => {
    const { id } = await bench.open(modal([dispatching('a', told('on_character_entered')), textInput('b')]));
    await bench.alex.fill({ b: 'kept' });
    await bench.alex.type({ a: 'still typing' });
    await bench.client.views.update({
      view_id: id,
      view: modal([
        { type: 'section', text: { type: 'mrkdwn', text: '*Denny is with you.*' } },
        dispatching('a', { ...told('on_character_entered'), initial_value: 'not shown' }),
        textInput('b2', { initial_value: 'filled in' }),
      ]),
    });
    expect(bench.alex.view()?.values).toEqual({ a: { text: 'still typing' }, b2: { text: 'filled in' } });
    await bench.sandbox.clock.advance(500);
    await bench.listener.next(ofType('block_actions'));
    expect(values()).toEqual(['still typing']);
  });

  it('tells nothing of a field that an update took away', async () => {
    const { id } = await bench.open(modal([dispatching('a', told('on_character_entered'))]));
    await bench.alex.type({ a: 'gone' });
    await bench.client.views.update({ view_id: id, view: modal([textInput('b')]) });
    await bench.sandbox.clock.advance(500);
    await heard();
    expect(actions()).toEqual([]);
  });

  // https://docs.slack.dev/reference/block-kit/blocks/input-block: dispatch_action on an element without typing
  it('has choices told at once', async () => {
    const options = ['a', 'b'].map((value) => ({ text: plain(value), value }));
    const element = { type: 'static_select' as const, action_id: 'pick', options };
    await bench.open(
      modal([{ type: 'input', block_id: 's', label: plain('Which'), element, dispatch_action: true }]),
    );
    await bench.alex.fill({ s: 'b' });
    expect(actions()[0]?.body).toMatchObject({ actions: [{ selected_option: { value: 'b' } }] });
  });
});

describe('closing modals', () => {
  let bench: Awaited<ReturnType<typeof openModalBench>>;

  beforeEach(async () => {
    bench = await openModalBench();
  });

  afterEach(() => bench.close());

  // https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_closed
  it('tells of each that asked for it; the cross clears all', async () => {
    await bench.open(modal([], { notify_on_close: true, callback_id: 'below' }));
    await bench.submitAnswered({
      response_action: 'push',
      view: modal([], { notify_on_close: true, callback_id: 'above' }),
    });
    await bench.alex.close({ all: true });
    const closed = () => bench.listener.arrived.filter(ofType('view_closed'));
    await bench.listener.next(() => closed().length === 2);
    expect(closed().map(({ body }) => body.is_cleared)).toEqual([true, true]);
    expect(bench.alex.stack()).toEqual([]);
  });

  // https://docs.slack.dev/surfaces/modals: notify_on_close is false unless set
  it('tells of none that did not', async () => {
    await bench.open(modal());
    await bench.alex.close();
    await bench.alex.post('#eng-platform', 'after it');
    await bench.listener.next((each) => each.type === 'events_api');
    expect(bench.listener.arrived.filter(ofType('view_closed'))).toEqual([]);
  });
});
