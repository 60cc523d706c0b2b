import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { people } from '../../src/sandbox/seed.ts';
import { ofType } from './support/listener.ts';
import { modal, openModalBench, plain, stateOf, textInput } from './support/modal-bench.ts';

describe('forms in modals', () => {
  let bench: Awaited<ReturnType<typeof openModalBench>>;

  beforeEach(async () => {
    bench = await openModalBench();
  });

  afterEach(async () => {
    await bench.close();
  });

  // https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
  it('send every field, the empty ones with null or an empty list', async () => {
    const options = ['one', 'two'].map((value) => ({ text: plain(value), value }));
    const field = (block_id: string, element: object) => ({
      type: 'input' as const,
      block_id,
      optional: true,
      label: plain(block_id),
      element: { action_id: 'x', ...element },
    });
    const blocks = [
      field('text', { type: 'plain_text_input' }),
      field('select', { type: 'static_select', options }),
      field('multi', { type: 'multi_static_select', options }),
      field('user', { type: 'users_select' }),
      field('radio', { type: 'radio_buttons', options }),
      field('checks', { type: 'checkboxes', options, initial_options: [options[0]] }),
      field('date', { type: 'datepicker' }),
      field('time', { type: 'timepicker' }),
      field('at', { type: 'datetimepicker' }),
    ];
    const body = JSON.stringify(modal([], { blocks }));
    await bench.client.apiCall('views.open', { trigger_id: await bench.trigger(), view: body });
    await bench.alex.fill({ radio: 'two', user: '@denny', at: 1_800_000_000 });
    await bench.alex.submit();
    expect(stateOf(await bench.listener.next(ofType('view_submission')))).toEqual({
      values: {
        text: { x: { type: 'plain_text_input', value: null } },
        select: { x: { type: 'static_select', selected_option: null } },
        multi: { x: { type: 'multi_static_select', selected_options: [] } },
        user: { x: { type: 'users_select', selected_user: people.denny } },
        radio: { x: { type: 'radio_buttons', selected_option: options[1] } },
        checks: { x: { type: 'checkboxes', selected_options: [options[0]] } },
        date: { x: { type: 'datepicker', selected_date: null } },
        time: { x: { type: 'timepicker', selected_time: null } },
        at: { x: { type: 'datetimepicker', selected_date_time: 1_800_000_000 } },
      },
    });
  });

  // https://docs.slack.dev/reference/block-kit/blocks/input-block
  it('are checked by the client before anything is sent', async () => {
    await bench.open(
      modal([textInput('a'), textInput('b', { max_length: 3 }), textInput('c', { min_length: 5 })]),
    );
    await bench.alex.fill({ b: 'four', c: 'four' });
    expect(await bench.alex.submit()).toMatchObject({
      result: 'invalid',
      by: 'client',
      errors: [{ blockId: 'a' }, { blockId: 'b' }, { blockId: 'c' }],
    });
    expect(bench.listener.arrived.some((each) => each.body.type === 'view_submission')).toBe(false);
    await bench.alex.fill({ a: 'x' });
    expect(bench.alex.view()?.errors.map((each) => each.blockId)).toEqual(['b', 'c']);
  });

  // https://docs.slack.dev/surfaces/modals#displaying_errors
  it('show the errors of the app at their fields, and refuse errors at fields that are not there', async () => {
    await bench.open(modal([textInput('a')]));
    await bench.alex.fill({ a: 'x' });
    const { outcome } = await bench.submitAnswered({ response_action: 'errors', errors: { a: 'Not this.' } });
    expect(outcome).toEqual({
      result: 'invalid',
      by: 'app',
      errors: [{ blockId: 'a', message: 'Not this.' }],
    });
    expect(bench.alex.view()?.errors).toEqual([{ blockId: 'a', message: 'Not this.' }]);
    const wrong = await bench.submitAnswered({ response_action: 'errors', errors: { z: 'Where?' } });
    expect(wrong.outcome).toMatchObject({ result: 'failed', error: 'dispatch_failed' });
    expect(bench.alex.stack()).toHaveLength(1);
    expect(bench.sandbox.traffic().at(-1)).toMatchObject({
      kind: 'ack',
      problem: 'errors name no input block of the view: z',
    });
  });

  // https://docs.slack.dev/surfaces/modals#response_actions
  it('are updated, pushed upon or cleared by the answer to a submission', async () => {
    await bench.open(modal([]));
    await bench.submitAnswered({ response_action: 'update', view: modal([], { title: plain('Two') }) });
    expect(bench.alex.stack().map((each) => each.title)).toEqual(['Two']);
    await bench.submitAnswered({ response_action: 'push', view: modal([], { title: plain('Three') }) });
    expect(bench.alex.stack().map((each) => each.title)).toEqual(['Two', 'Three']);
    await bench.submitAnswered({ response_action: 'clear' });
    expect(bench.alex.stack()).toEqual([]);
  });

  it('stay as they are when the answer holds a bad view', async () => {
    await bench.open(modal([]));
    const { outcome } = await bench.submitAnswered({ response_action: 'update', view: { type: 'modal' } });
    expect(outcome).toMatchObject({ result: 'failed', text: 'We had some trouble connecting. Try again?' });
    expect(bench.alex.view()?.title).toBe('A form');
  });

  // https://docs.slack.dev/surfaces/modals#close_current_view
  it('close on an empty answer, and show what is below', async () => {
    await bench.open(modal([], { title: plain('Below') }));
    await bench.submitAnswered({ response_action: 'push', view: modal([], { title: plain('Above') }) });
    await bench.submitAnswered({});
    expect(bench.alex.stack().map((each) => each.title)).toEqual(['Below']);
  });

  // https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_closed
  it('tell that they were closed only when asked to, and without what was typed', async () => {
    await bench.open(modal([textInput('a')], { notify_on_close: true, private_metadata: 'kept' }));
    await bench.alex.fill({ a: 'secret' });
    await bench.alex.close();
    const closed = await bench.listener.next(ofType('view_closed'));
    expect(closed.body).toMatchObject({
      is_cleared: false,
      view: { private_metadata: 'kept' },
    });
    expect(stateOf(closed)).toEqual({ values: {} });
  });
  // https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object
  it('tell what is being typed where a field dispatches its action', async () => {
    const config = { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } };
    await bench.open(modal([{ ...textInput('a', config), dispatch_action: true }]));
    await bench.alex.fill({ a: 'so far' });
    const typed = await bench.listener.next(ofType('block_actions'));
    expect(typed.body).toMatchObject({
      actions: [{ type: 'plain_text_input', value: 'so far', block_id: 'a' }],
    });
    expect(typed.body.message).toBeUndefined();
    expect(typed.body.view).toMatchObject({ callback_id: 'form' });
  });

  // https://docs.slack.dev/reference/block-kit/blocks/input-block (dispatch_action)
  it('tell nobody of a choice in a field that does not dispatch its action', async () => {
    const options = ['a', 'b'].map((value) => ({ text: plain(value), value }));
    const radio = { type: 'radio_buttons' as const, action_id: 'pick', options };
    await bench.open(modal([{ type: 'input', block_id: 'r', label: plain('Which'), element: radio }]));
    expect(await bench.alex.click({ in: 'view' }, 'pick', { value: 'b' })).toEqual({ result: 'done' });
    await bench.alex.submit();
    const submission = await bench.listener.next(ofType('view_submission'));
    expect(stateOf(submission)).toMatchObject({ values: { r: { pick: { selected_option: options[1] } } } });
    expect(bench.listener.arrived.filter(ofType('block_actions'))).toEqual([]);
  });
});
