import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { View } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { type Arrived, listen, ofType } from './support/listener.ts';
import { refusalOf } from './support/refusal-of.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const textInput = (id: string, rest: object = {}) => ({
  type: 'input' as const,
  block_id: id,
  label: plain(`Label ${id}`),
  element: { type: 'plain_text_input' as const, action_id: 'text', ...rest },
});
const modal = (blocks: View['blocks'] = [], rest: object = {}): View => ({
  type: 'modal',
  title: plain('A form'),
  submit: plain('Send'),
  callback_id: 'form',
  blocks,
  ...rest,
});

describe('modals', () => {
  let sandbox: Sandbox;
  let client: WebClient;
  let listener: Awaited<ReturnType<typeof listen>>;

  beforeEach(async () => {
    ({ sandbox, client } = await openSandbox());
    listener = await listen(sandbox);
  });

  afterEach(async () => {
    await listener.stop();
    await closeSandbox(sandbox);
  });

  const alex = () => sandbox.person(people.alex);

  /** A living trigger, of a command. */
  async function trigger(): Promise<string> {
    const seen = listener.arrived.length;
    await alex().command(channels.engPlatform, '/plain');
    const command = await listener.next(
      (each) => listener.arrived.indexOf(each) >= seen && each.type === 'slash_commands',
    );
    return String(command.body.trigger_id);
  }

  async function open(view: View = modal()) {
    const { view: opened } = await client.views.open({ trigger_id: await trigger(), view });
    if (!opened?.id) throw new Error('no view');
    return { id: opened.id, hash: opened.hash ?? '' };
  }

  /** Answers the next submission like that. */
  async function submitAnswered(payload: Record<string, unknown>) {
    await listener.stop();
    listener = await listen(sandbox, { acknowledge: false });
    const submitting = alex().submit();
    const submission = await listener.next(ofType('view_submission'));
    await submission.ack(payload);
    return { outcome: await submitting, submission };
  }

  const stateOf = (arrived: Arrived) => {
    const view = arrived.body.view;
    return typeof view === 'object' && view !== null && 'state' in view ? view.state : undefined;
  };

  it('need a trigger that is alive, unused and real', async () => {
    const first = await trigger();
    await client.views.open({ trigger_id: first, view: modal() });
    expect(await refusalOf(client.views.open({ trigger_id: first, view: modal() }))).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    const late = await trigger();
    await sandbox.clock.advance(3001);
    expect(await refusalOf(client.views.open({ trigger_id: late, view: modal() }))).toMatchObject({
      error: 'expired_trigger_id',
    });
    expect(await refusalOf(client.views.open({ trigger_id: '1.2.abc', view: modal() }))).toMatchObject({
      error: 'invalid_trigger_id',
    });
    expect(await refusalOf(client.views.open({ trigger_id: 'nonsense', view: modal() }))).toMatchObject({
      error: 'invalid_arguments',
      messages: ['[ERROR] invalid `trigger_id` [json-pointer:/trigger_id]'],
    });
  });

  it('do not use up the trigger when the view is refused', async () => {
    const id = await trigger();
    const refused = await refusalOf(
      client.views.open({ trigger_id: id, view: modal([], { title: plain('x'.repeat(25)) }) }),
    );
    expect(refused.error).toBe('invalid_arguments');
    expect(refused.messages).toContain(
      '[ERROR] must be less than 25 characters [json-pointer:/view/title/text]',
    );
    expect(await client.views.open({ trigger_id: id, view: modal() })).toMatchObject({ ok: true });
  });

  it('get the ids that the app left out', async () => {
    await open(modal([{ type: 'input', label: plain('L'), element: { type: 'plain_text_input' } }]));
    const block = alex().view()?.blocks[0];
    expect(block).toMatchObject({ block_id: expect.any(String), element: { action_id: expect.any(String) } });
  });

  it('stack three deep and no deeper', async () => {
    const button = { type: 'button' as const, action_id: 'more', text: plain('More') };
    const withButton = modal([{ type: 'actions', elements: [button] }]);
    const push = async () => {
      const seen = listener.arrived.length;
      await alex().click({ in: 'view' }, 'more');
      const click = await listener.next(
        (each) => listener.arrived.indexOf(each) >= seen && each.body.type === 'block_actions',
      );
      return client.views.push({ trigger_id: String(click.body.trigger_id), view: withButton });
    };
    const { id } = await open(withButton);
    const second = await push();
    expect(second.view).toMatchObject({ previous_view_id: id, root_view_id: id });
    await push();
    expect(alex().stack()).toHaveLength(3);
    expect(await refusalOf(push())).toMatchObject({ error: 'push_limit_reached' });
    await alex().close();
    expect(alex().stack()).toHaveLength(2);
    await alex().close({ all: true });
    expect(alex().stack()).toHaveLength(0);
    expect(await refusalOf(client.views.push({ trigger_id: await trigger(), view: modal() }))).toMatchObject({
      error: 'not_found',
    });
  });

  it('are updated only from the state the app has seen, when it asks for that', async () => {
    const { id, hash } = await open();
    await client.views.update({ view_id: id, hash, view: modal([], { title: plain('Two') }) });
    expect(alex().view()?.title).toBe('Two');
    const stale = client.views.update({ view_id: id, hash, view: modal() });
    expect(await refusalOf(stale)).toMatchObject({ error: 'hash_conflict' });
    await alex().close();
    expect(await refusalOf(client.views.update({ view_id: id, view: modal() }))).toMatchObject({
      error: 'not_found',
    });
  });

  it('keep what was typed in a field with the same ids when updated, and begin anew with other ids', async () => {
    const { id } = await open(modal([textInput('a'), textInput('b')]));
    await alex().fill({ a: 'typed a', b: 'typed b' });
    await client.views.update({
      view_id: id,
      view: modal([textInput('a', { initial_value: 'new' }), textInput('b2', { initial_value: 'new' })]),
    });
    expect(alex().view()?.values).toEqual({ a: { text: 'typed a' }, b2: { text: 'new' } });
  });

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
    await client.apiCall('views.open', { trigger_id: await trigger(), view: body });
    await alex().fill({ radio: 'two', user: '@denny', at: 1_800_000_000 });
    await alex().submit();
    expect(stateOf(await listener.next(ofType('view_submission')))).toEqual({
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

  it('are checked by the client before anything is sent', async () => {
    await open(modal([textInput('a'), textInput('b', { max_length: 3 }), textInput('c', { min_length: 5 })]));
    await alex().fill({ b: 'four', c: 'four' });
    expect(await alex().submit()).toMatchObject({
      result: 'invalid',
      by: 'client',
      errors: [{ blockId: 'a' }, { blockId: 'b' }, { blockId: 'c' }],
    });
    expect(listener.arrived.some((each) => each.body.type === 'view_submission')).toBe(false);
    await alex().fill({ a: 'x' });
    expect(
      alex()
        .view()
        ?.errors.map((each) => each.blockId),
    ).toEqual(['b', 'c']);
  });

  it('show the errors of the app at their fields, and refuse errors at fields that are not there', async () => {
    await open(modal([textInput('a')]));
    await alex().fill({ a: 'x' });
    const { outcome } = await submitAnswered({ response_action: 'errors', errors: { a: 'Not this.' } });
    expect(outcome).toEqual({
      result: 'invalid',
      by: 'app',
      errors: [{ blockId: 'a', message: 'Not this.' }],
    });
    expect(alex().view()?.errors).toEqual([{ blockId: 'a', message: 'Not this.' }]);
    const wrong = await submitAnswered({ response_action: 'errors', errors: { z: 'Where?' } });
    expect(wrong.outcome).toMatchObject({ result: 'failed', error: 'dispatch_failed' });
    expect(alex().stack()).toHaveLength(1);
    expect(sandbox.traffic().at(-1)).toMatchObject({
      kind: 'ack',
      problem: 'errors name no input block of the view: z',
    });
  });

  it('are updated, pushed upon or cleared by the answer to a submission', async () => {
    await open(modal([]));
    await submitAnswered({ response_action: 'update', view: modal([], { title: plain('Two') }) });
    expect(
      alex()
        .stack()
        .map((each) => each.title),
    ).toEqual(['Two']);
    await submitAnswered({ response_action: 'push', view: modal([], { title: plain('Three') }) });
    expect(
      alex()
        .stack()
        .map((each) => each.title),
    ).toEqual(['Two', 'Three']);
    await submitAnswered({ response_action: 'clear' });
    expect(alex().stack()).toEqual([]);
  });

  it('stay as they are when the answer holds a bad view', async () => {
    await open(modal([]));
    const { outcome } = await submitAnswered({ response_action: 'update', view: { type: 'modal' } });
    expect(outcome).toMatchObject({ result: 'failed', text: 'We had some trouble connecting. Try again?' });
    expect(alex().view()?.title).toBe('A form');
  });

  it('close on an empty answer, and show what is below', async () => {
    await open(modal([], { title: plain('Below') }));
    await submitAnswered({ response_action: 'push', view: modal([], { title: plain('Above') }) });
    await submitAnswered({});
    expect(
      alex()
        .stack()
        .map((each) => each.title),
    ).toEqual(['Below']);
  });

  it('tell that they were closed only when asked to, and without what was typed', async () => {
    await open(modal([textInput('a')], { notify_on_close: true, private_metadata: 'kept' }));
    await alex().fill({ a: 'secret' });
    await alex().close();
    const closed = await listener.next(ofType('view_closed'));
    expect(closed.body).toMatchObject({
      is_cleared: false,
      view: { private_metadata: 'kept' },
    });
    expect(stateOf(closed)).toEqual({ values: {} });
  });

  it('give way to a modal that is opened from a new trigger', async () => {
    await open(modal([], { title: plain('Old'), notify_on_close: true }));
    await open(modal([], { title: plain('New') }));
    expect(
      alex()
        .stack()
        .map((each) => each.title),
    ).toEqual(['New']);
    await listener.next(ofType('view_closed'));
  });

  it('tell what is being typed where a field dispatches its action', async () => {
    const config = { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } };
    await open(modal([{ ...textInput('a', config), dispatch_action: true }]));
    await alex().fill({ a: 'so far' });
    const typed = await listener.next(ofType('block_actions'));
    expect(typed.body).toMatchObject({
      actions: [{ type: 'plain_text_input', value: 'so far', block_id: 'a' }],
    });
    expect(typed.body.message).toBeUndefined();
    expect(typed.body.view).toMatchObject({ callback_id: 'form' });
  });

  it('tell nobody of a choice in a field that does not dispatch its action', async () => {
    const options = ['a', 'b'].map((value) => ({ text: plain(value), value }));
    const radio = { type: 'radio_buttons' as const, action_id: 'pick', options };
    await open(modal([{ type: 'input', block_id: 'r', label: plain('Which'), element: radio }]));
    expect(await alex().click({ in: 'view' }, 'pick', { value: 'b' })).toEqual({ result: 'done' });
    await alex().submit();
    const submission = await listener.next(ofType('view_submission'));
    expect(stateOf(submission)).toMatchObject({ values: { r: { pick: { selected_option: options[1] } } } });
    expect(listener.arrived.filter(ofType('block_actions'))).toEqual([]);
  });

  it('are one for each external id', async () => {
    await open(modal([], { external_id: 'one' }));
    const denny = sandbox.person(people.denny);
    await denny.globalShortcut('anywhere');
    const shortcut = await listener.next(ofType('shortcut'));
    const again = client.views.open({
      trigger_id: String(shortcut.body.trigger_id),
      view: modal([], { external_id: 'one' }),
    });
    expect(await refusalOf(again)).toMatchObject({ error: 'duplicate_external_id' });
    expect(
      await client.views.update({ external_id: 'one', view: modal([], { external_id: 'one' }) }),
    ).toMatchObject({ ok: true });
  });
});

describe('the home tab', () => {
  it('is published for one person, from the state the app has seen', async () => {
    const { sandbox, client } = await openSandbox();
    const view: View = { type: 'home', blocks: [{ type: 'section', text: plain('Welcome') }] };
    const first = await client.views.publish({ user_id: people.alex, view });
    await client.views.publish({ user_id: people.alex, view, hash: first.view?.hash });
    const stale = client.views.publish({ user_id: people.alex, view, hash: first.view?.hash });
    expect(await refusalOf(stale)).toMatchObject({ error: 'hash_conflict' });
    expect(sandbox.person(people.alex).home()?.blocks).toHaveLength(1);
    expect(sandbox.person(people.denny).home()).toBeNull();
    await closeSandbox(sandbox);
  });
});
