import { expect } from '@jest/globals';
import type { FieldValue, ShownMessage, ShownView } from '../../../src/sandbox/protocol.ts';
import type { PersonDriver, Sandbox } from '../../../src/sandbox/surface.ts';
import { dmsTo, matches, readView, saying } from '../../support/reading-slack.ts';
import type { Cast } from './stage.ts';

/** What people do at their Slack in many journeys, each waiting until it shows. */
export function actingIn(sandbox: Sandbox) {
  const dm = (person: PersonDriver, words: string | RegExp): Promise<ShownMessage> =>
    sandbox.until(() => saying(dmsTo(person), words), { what: `${person.id} reads ${words}` });

  const window = (person: PersonDriver, words: string | RegExp): Promise<ShownView> =>
    sandbox.until(() => (matches(readView(person.view()), words) ? person.view() : undefined), {
      what: `the window of ${person.id} says ${words}`,
    });

  /** The newest message from Oops with this button. */
  const withButton = (person: PersonDriver, actionId: string): Promise<ShownMessage> =>
    sandbox.until(() => dmsTo(person).findLast((message) => hasAction(message, actionId)), {
      what: `${person.id} has the button ${actionId}`,
    });

  /** Presses a button in the newest message from Oops that has it. */
  async function press(person: PersonDriver, actionId: string, value?: FieldValue): Promise<void> {
    const message = await withButton(person, actionId);
    const outcome = await person.click(message, actionId, value === undefined ? {} : { value });
    expect(outcome).toMatchObject({ result: 'done' });
  }

  async function answers(
    person: PersonDriver,
    on: string,
    values: Record<string, FieldValue>,
  ): Promise<void> {
    await window(person, on);
    expect(await person.fill(values)).toMatchObject({ result: 'done' });
    expect(await person.submit()).toEqual({ result: 'done' });
  }

  async function asks({ engineer, mentor }: Cast, text: string): Promise<void> {
    expect(await engineer.command('#eng-platform', '/oops', text)).toMatchObject({ result: 'done' });
    await window(engineer, 'Is it still happening?');
    await dm(mentor, 'is asking for your help');
  }

  async function tellsWhatHappened({ engineer }: Cast): Promise<void> {
    await answers(engineer, 'Is it still happening?', { still_happening: 'no' });
    await answers(engineer, 'What is affected?', { kinds: ['data_lost'] });
    await answers(engineer, 'Who notices it?', {
      noticed_by: 'customers',
      spreading: 'no',
      sensitive: 'yes',
    });
    await window(engineer, 'What they will read');
  }

  async function tellsManager({ engineer }: Cast, text: string): Promise<void> {
    await answers(engineer, 'What they will read', { summary_text: text, summary_when: 'now' });
    await window(engineer, 'The next step');
  }

  async function plans(person: PersonDriver, text: string, sure = '2'): Promise<void> {
    await answers(person, 'The next step', { step_text: text, step_confidence: sure, step_undo: 'yes' });
    await window(person, text.slice(0, 40));
  }

  return { dm, window, withButton, press, answers, asks, tellsWhatHappened, tellsManager, plans };
}

export type Acting = ReturnType<typeof actingIn>;

export function hasAction(message: ShownMessage, actionId: string): boolean {
  return actionsOf(message).includes(actionId);
}

/** The ids of all buttons and menus of a message, in order. */
export function actionsOf(shown: { readonly blocks: readonly object[] }): readonly string[] {
  return [...JSON.stringify(shown.blocks).matchAll(/"action_id":"([\w.]+)"/g)].map(([, id]) => id ?? '');
}

/** What only this person was shown in a conversation, newest last. */
export function whispersTo(person: PersonDriver, channel: string): readonly string[] {
  return person
    .history(channel)
    .filter((message) => message.ephemeral)
    .map((message) => message.text);
}
