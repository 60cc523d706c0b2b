import { expect } from '@jest/globals';
import type { ShownMessage } from '../../src/sandbox/protocol.ts';
import type { Sandbox } from '../../src/sandbox/surface.ts';
import { people } from '../support/bot.ts';
import { dmsTo, readMessage, readView, saying } from '../support/reading-slack.ts';

/** The people of the story at their Slack clients, and what each does in it. A test strings the parts together. */
export function storyIn(sandbox: Sandbox) {
  const alex = sandbox.person(people.alex);
  const denny = sandbox.person(people.denny);
  const morgan = sandbox.person(people.morgan);
  const priya = sandbox.person(people.priya);
  const who = { alex, denny, morgan, priya };

  /** Waits until Oops has written this to somebody, and gives the message. */
  const dm = (person: keyof typeof who, words: string | RegExp): Promise<ShownMessage> =>
    sandbox.until(() => saying(dmsTo(who[person]), words), { what: `${person} reads ${words}` });

  /** Waits until Alex's window says this. */
  const window = (words: string | RegExp) =>
    sandbox.until(() => (matchesView(alex.view(), words) ? alex.view() : undefined), {
      what: `the window says ${words}`,
    });

  return {
    ...who,
    dm,
    window,
    async asksWithCommand(): Promise<void> {
      const outcome = await alex.command('#eng-platform', '/oops', 'i dropped the users table');
      expect(outcome).toMatchObject({ result: 'done' });
      await window('First, a person');
    },
    async answersReassurance(): Promise<void> {
      await window('Is it still happening?');
      await alex.click({ in: 'view' }, 'still_happening', { value: 'unknown' });
      await window('Stop first.');
      await alex.fill({ happened: 'I dropped the users table while helping billing.' });
      expect(await alex.submit()).toMatchObject({ result: 'done' });
    },
    async answersImpact(): Promise<void> {
      await window('What is affected?');
      await alex.fill({ affected: 'the users table', kinds: ['data_lost'] });
      expect(await alex.submit()).toMatchObject({ result: 'done' });
      await window('Who notices it?');
      await alex.fill({ noticed_by: 'customers', spreading: 'yes', sensitive: 'yes' });
      expect(await alex.submit()).toMatchObject({ result: 'done' });
    },
    async tellsManager(): Promise<void> {
      const view = await window('What they will read');
      expect(readView(view)).toContain('SEV1');
      expect(readView(view)).toContain(`*Your manager:* <@${people.morgan}>`);
      await alex.fill({ summary_text: 'We lost the users table. Denny is helping me.', summary_when: 'now' });
      expect(await alex.submit()).toMatchObject({ result: 'done' });
    },
    async plansRiskyStep(): Promise<void> {
      await window('The next step');
      await alex.fill({
        ...{ step_text: 'Restore last night’s backup beside the live database' },
        ...{ step_confidence: '2', step_undo: 'yes' },
      });
      expect(await alex.submit()).toMatchObject({ result: 'done' });
      await window('waits for a second person');
    },
    async mentorComes(): Promise<void> {
      const asked = await dm('denny', 'is asking for your help');
      expect(await denny.click(asked, 'accept_ask')).toMatchObject({ result: 'done' });
      await dm('denny', 'You are with');
      await dm('alex', 'is with you');
    },
    async mentorApproves(): Promise<void> {
      const check = await dm('denny', 'A step waits for a second person');
      expect(await denny.click(check, 'approve_step')).toMatchObject({ result: 'done' });
      await dm('alex', 'has checked a step');
    },
    async managerSees(): Promise<void> {
      const summary = await dm('morgan', 'We lost the users table.');
      expect(await morgan.click(summary, 'summary_seen')).toMatchObject({ result: 'done' });
      await dm('alex', 'has read your summary');
    },
    async doesStep(): Promise<void> {
      const card = await dm('alex', 'OOPS-');
      const cards = dmsTo(alex).filter((message) => readMessage(message).includes('☑'));
      await alex.close({ all: true });
      expect(await alex.click(cards.at(-1) ?? card, 'continue')).toMatchObject({ result: 'done' });
      await window('has checked it');
      expect(await alex.click({ in: 'view' }, 'step_move.started')).toMatchObject({ result: 'done' });
      await window('in progress');
      expect(await alex.click({ in: 'view' }, 'step_move.done')).toMatchObject({ result: 'done' });
      await window('_done_');
      await alex.close({ all: true });
    },
    async saysItIsOver(): Promise<void> {
      const card = await sandbox.until(
        () => dmsTo(alex).find((message) => JSON.stringify(message.blocks).includes('"action_id":"resolve"')),
        { what: 'the card has It’s over' },
      );
      expect(await alex.click(card, 'resolve')).toMatchObject({ result: 'done' });
      await dm('alex', 'is over. Whoever was asked knows.');
      await dm('denny', 'Thank you for being with');
      await dm('morgan', 'is over.');
    },
  };
}

function matchesView(view: Parameters<typeof readView>[0], words: string | RegExp): boolean {
  const text = readView(view);
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}

export type Story = ReturnType<typeof storyIn>;
