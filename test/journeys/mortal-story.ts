import type { FieldValue, ShownMessage } from '../../src/sandbox/protocol.ts';
import type { Sandbox } from '../../src/sandbox/surface.ts';
import { people } from '../support/bot.ts';
import { dmsTo, readView, saying } from '../support/reading-slack.ts';

/** A part of the story: what somebody does, looking at their screen as it is, and what they want to see. */
export type Step = {
  readonly name: string;
  perform(): Promise<void>;
  done(): boolean;
};

/** The evening of the story, told so that each part can be tried again after the bot has died in the middle of it. */
export function storyOfMortals(sandbox: Sandbox): readonly Step[] {
  const alex = sandbox.person(people.alex);
  const denny = sandbox.person(people.denny);
  const morgan = sandbox.person(people.morgan);
  const says = (words: string) => readView(alex.view()).includes(words);
  const has = (person: typeof alex, words: string) => saying(dmsTo(person), words) !== undefined;
  const find = (person: typeof alex, actionId: string): ShownMessage | undefined =>
    dmsTo(person).find((message) => JSON.stringify(message.blocks).includes(`"action_id":"${actionId}"`));

  async function click(person: typeof alex, actionId: string): Promise<void> {
    const message = find(person, actionId);
    if (message !== undefined) await person.click(message, actionId);
  }

  /** A window that does not go on is closed, and the card's *Continue* pressed: as a person would. */
  async function reopen(): Promise<void> {
    if (alex.view() !== undefined) await alex.close({ all: true });
    await click(alex, 'continue');
  }

  const screen = (name: string, on: string, values: Record<string, FieldValue>, then: string): Step => ({
    name,
    done: () => says(then),
    async perform() {
      if (!says(on)) await reopen();
      if (!says(on)) return;
      await alex.fill(values);
      await alex.submit();
    },
  });

  const inPlan = (name: string, action: string, then: string): Step => ({
    name,
    done: () => says(then),
    async perform() {
      if (!says('The next step')) await reopen();
      if (JSON.stringify(alex.view()?.blocks ?? []).includes(`"${action}"`)) {
        await alex.click({ in: 'view' }, action);
      } else if (!says(then)) await reopen();
    },
  });

  return [
    {
      name: 'ask',
      done: () =>
        has(denny, 'is asking for your help') && has(alex, 'OOPS-1') && says('Is it still happening?'),
      async perform() {
        if (says('Is this about the same thing?')) {
          await alex.click({ in: 'view' }, 'resume_incident');
          return;
        }
        if (says('Is it still happening?')) return;
        if (alex.view() !== undefined) await alex.close({ all: true });
        await alex.command('#eng-platform', '/oops', 'i dropped the users table');
        await sandbox.until(() => says('Is this about') || says('Is it still'), {
          what: 'a window',
          timeoutMs: 3000,
        });
        if (says('Is this about the same thing?')) await alex.click({ in: 'view' }, 'resume_incident');
      },
    },
    {
      name: 'comes',
      done: () => has(denny, 'You are with') && has(alex, 'is with you'),
      perform: () => click(denny, 'accept_ask'),
    },
    screen('reassurance', 'Is it still happening?', { still_happening: 'no' }, 'What is affected?'),
    screen(
      'impact',
      'What is affected?',
      { affected: 'the users table', kinds: ['data_lost'] },
      'Who notices it?',
    ),
    screen(
      'reach',
      'Who notices it?',
      { noticed_by: 'customers', spreading: 'no', sensitive: 'yes' },
      'What they will read',
    ),
    screen(
      'escalation',
      'What they will read',
      { summary_text: 'We lost the users table. Denny is helping me.', summary_when: 'now' },
      'The next step',
    ),
    { name: 'manager', done: () => has(morgan, 'We lost the users table.'), perform: async () => undefined },
    screen(
      'plan',
      'The next step',
      { step_text: 'Restore the backup beside it', step_confidence: '2', step_undo: 'yes' },
      'waits for a second person',
    ),
    {
      name: 'approve',
      done: () => has(denny, 'You have checked this step') && has(alex, 'has checked a step'),
      perform: () => click(denny, 'approve_step'),
    },
    {
      name: 'seen',
      done: () => has(morgan, 'You have marked this as seen') && has(alex, 'has read your summary'),
      perform: () => click(morgan, 'summary_seen'),
    },
    inPlan('start', 'step_move.started', 'in progress'),
    inPlan('finish', 'step_move.done', '_done_'),
    {
      name: 'over',
      done: () =>
        has(alex, 'is over. Whoever was asked knows.') &&
        has(denny, 'Thank you for being with') &&
        has(morgan, 'OOPS-1 is over.') &&
        has(alex, 'Over since'),
      perform: () => click(alex, 'resolve'),
    },
  ];
}
