/** A person in front of modals: the sandbox, an app that hears and answers as told, and short ways to open a modal. */
import type { View } from '@slack/types';
import { channels, people } from '../../../src/sandbox/seed.ts';
import { type Arrived, listen, ofType } from './listener.ts';
import { closeSandbox, openSandbox } from './workshop.ts';

export const plain = (text: string) => ({ type: 'plain_text' as const, text });

export const textInput = (id: string, rest: object = {}) => ({
  type: 'input' as const,
  block_id: id,
  label: plain(`Label ${id}`),
  element: { type: 'plain_text_input' as const, action_id: 'text', ...rest },
});

export const modal = (blocks: View['blocks'] = [], rest: object = {}): View => ({
  type: 'modal',
  title: plain('A form'),
  submit: plain('Send'),
  callback_id: 'form',
  blocks,
  ...rest,
});

/** `view.state` of a payload. */
export function stateOf(arrived: Arrived): unknown {
  const view = arrived.body.view;
  return typeof view === 'object' && view !== null && 'state' in view ? view.state : undefined;
}

export async function openModalBench() {
  const { sandbox, client } = await openSandbox();
  let listener = await listen(sandbox);
  const alex = sandbox.person(people.alex);

  /** A living trigger, of a command. */
  async function trigger(): Promise<string> {
    const seen = listener.arrived.length;
    await alex.command(channels.engPlatform, '/plain');
    const command = await listener.next(
      (each) => listener.arrived.indexOf(each) >= seen && each.type === 'slash_commands',
    );
    return String(command.body.trigger_id);
  }

  return {
    sandbox,
    client,
    alex,
    trigger,
    get listener() {
      return listener;
    },
    async open(view: View = modal()) {
      const { view: opened } = await client.views.open({ trigger_id: await trigger(), view });
      if (!opened?.id) throw new Error('no view');
      return { id: opened.id, hash: opened.hash ?? '' };
    },
    /** Submits, and has the app answer like that. */
    async submitAnswered(payload: Record<string, unknown>) {
      await listener.stop();
      listener = await listen(sandbox, { acknowledge: false });
      const submitting = alex.submit();
      const submission = await listener.next(ofType('view_submission'));
      await submission.ack(payload);
      return { outcome: await submitting, submission };
    },
    async close() {
      await listener.stop();
      await closeSandbox(sandbox);
    },
  };
}
