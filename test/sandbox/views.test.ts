import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { View } from '@slack/types';
import { people } from '../../src/sandbox/seed.ts';
import { ofType } from './support/listener.ts';
import { modal, openModalBench, plain, textInput } from './support/modal-bench.ts';
import { refusalOf } from './support/refusal-of.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

describe('modals', () => {
  let bench: Awaited<ReturnType<typeof openModalBench>>;

  beforeEach(async () => {
    bench = await openModalBench();
  });

  afterEach(async () => {
    await bench.close();
  });

  // https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses
  it('need a trigger that is alive, unused and real', async () => {
    const first = await bench.trigger();
    await bench.client.views.open({ trigger_id: first, view: modal() });
    expect(await refusalOf(bench.client.views.open({ trigger_id: first, view: modal() }))).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    const late = await bench.trigger();
    await bench.sandbox.clock.advance(3001);
    expect(await refusalOf(bench.client.views.open({ trigger_id: late, view: modal() }))).toMatchObject({
      error: 'expired_trigger_id',
    });
    expect(await refusalOf(bench.client.views.open({ trigger_id: '1.2.abc', view: modal() }))).toMatchObject({
      error: 'invalid_trigger_id',
    });
    expect(await refusalOf(bench.client.views.open({ trigger_id: 'nonsense', view: modal() }))).toMatchObject(
      {
        error: 'invalid_arguments',
        messages: ['[ERROR] invalid `trigger_id` [json-pointer:/trigger_id]'],
      },
    );
  });

  // https://docs.slack.dev/reference/methods/views.open#errors
  it('do not use up the trigger when the view is refused', async () => {
    const id = await bench.trigger();
    const refused = await refusalOf(
      bench.client.views.open({ trigger_id: id, view: modal([], { title: plain('x'.repeat(25)) }) }),
    );
    expect(refused.error).toBe('invalid_arguments');
    expect(refused.messages).toContain(
      '[ERROR] must be less than 25 characters [json-pointer:/view/title/text]',
    );
    expect(await bench.client.views.open({ trigger_id: id, view: modal() })).toMatchObject({ ok: true });
  });

  // https://docs.slack.dev/reference/block-kit/blocks (block_id, action_id)
  it('get the ids that the app left out', async () => {
    await bench.open(modal([{ type: 'input', label: plain('L'), element: { type: 'plain_text_input' } }]));
    const block = bench.alex.view()?.blocks[0];
    expect(block).toMatchObject({ block_id: expect.any(String), element: { action_id: expect.any(String) } });
  });

  // https://docs.slack.dev/surfaces/modals#push_a_view
  it('stack three deep and no deeper', async () => {
    const button = { type: 'button' as const, action_id: 'more', text: plain('More') };
    const withButton = modal([{ type: 'actions', elements: [button] }]);
    const push = async () => {
      const seen = bench.listener.arrived.length;
      await bench.alex.click({ in: 'view' }, 'more');
      const click = await bench.listener.next(
        (each) => bench.listener.arrived.indexOf(each) >= seen && each.body.type === 'block_actions',
      );
      return bench.client.views.push({ trigger_id: String(click.body.trigger_id), view: withButton });
    };
    const { id } = await bench.open(withButton);
    const second = await push();
    expect(second.view).toMatchObject({ previous_view_id: id, root_view_id: id });
    await push();
    expect(bench.alex.stack()).toHaveLength(3);
    expect(await refusalOf(push())).toMatchObject({ error: 'push_limit_reached' });
    await bench.alex.close();
    expect(bench.alex.stack()).toHaveLength(2);
    await bench.alex.close({ all: true });
    expect(bench.alex.stack()).toHaveLength(0);
    expect(
      await refusalOf(bench.client.views.push({ trigger_id: await bench.trigger(), view: modal() })),
    ).toMatchObject({
      error: 'not_found',
    });
  });

  // https://docs.slack.dev/reference/methods/views.update (hash)
  it('are updated only from the state the app has seen, when it asks for that', async () => {
    const { id, hash } = await bench.open();
    await bench.client.views.update({ view_id: id, hash, view: modal([], { title: plain('Two') }) });
    expect(bench.alex.view()?.title).toBe('Two');
    const stale = bench.client.views.update({ view_id: id, hash, view: modal() });
    expect(await refusalOf(stale)).toMatchObject({ error: 'hash_conflict' });
    await bench.alex.close();
    expect(await refusalOf(bench.client.views.update({ view_id: id, view: modal() }))).toMatchObject({
      error: 'not_found',
    });
  });

  // https://docs.slack.dev/reference/methods/views.update#preserving-input
  it('keep what was typed in a field with the same ids when updated, and begin anew with other ids', async () => {
    const { id } = await bench.open(modal([textInput('a'), textInput('b')]));
    await bench.alex.fill({ a: 'typed a', b: 'typed b' });
    await bench.client.views.update({
      view_id: id,
      view: modal([textInput('a', { initial_value: 'new' }), textInput('b2', { initial_value: 'new' })]),
    });
    expect(bench.alex.view()?.values).toEqual({ a: { text: 'typed a' }, b2: { text: 'new' } });
  });
  // https://docs.slack.dev/reference/methods/views.open
  it('give way to a modal that is opened from a new trigger', async () => {
    await bench.open(modal([], { title: plain('Old'), notify_on_close: true }));
    await bench.open(modal([], { title: plain('New') }));
    expect(bench.alex.stack().map((each) => each.title)).toEqual(['New']);
    await bench.listener.next(ofType('view_closed'));
  });

  // https://docs.slack.dev/reference/methods/views.open#errors (duplicate_external_id)
  it('are one for each external id', async () => {
    await bench.open(modal([], { external_id: 'one' }));
    const denny = bench.sandbox.person(people.denny);
    await denny.globalShortcut('anywhere');
    const shortcut = await bench.listener.next(ofType('shortcut'));
    const again = bench.client.views.open({
      trigger_id: String(shortcut.body.trigger_id),
      view: modal([], { external_id: 'one' }),
    });
    expect(await refusalOf(again)).toMatchObject({ error: 'duplicate_external_id' });
    expect(
      await bench.client.views.update({ external_id: 'one', view: modal([], { external_id: 'one' }) }),
    ).toMatchObject({ ok: true });
  });
});

describe('the home tab', () => {
  // https://docs.slack.dev/reference/methods/views.publish
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
