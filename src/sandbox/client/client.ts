/** Everybody's Slack client: does what a person does there, and tells what they notice. */
import type { Interactions } from '../delivery/interactions.ts';
import type { Outcome, Person, PersonAction } from '../protocol.ts';
import type { World } from '../world/world.ts';
import { openHome, runCommand, runShortcut } from './call-app.ts';
import { close, fill, submit } from './form.ts';
import { press } from './press.ts';
import { NotAllowed } from './refs.ts';
import { isTalk, talk } from './talk.ts';

export class Client {
  readonly #world: World;
  readonly #interactions: Interactions;

  constructor(world: World, interactions: Interactions) {
    this.#world = world;
    this.#interactions = interactions;
  }

  /** Does it for this person. What their client would not let them do is answered `refused`. */
  async act(user: string, action: PersonAction): Promise<Outcome> {
    const person = this.#world.person(user);
    if (!person)
      return { result: 'refused', error: 'user_not_found', text: `There is nobody with the id ${user}.` };
    if (person.deleted) {
      return { result: 'refused', error: 'account_inactive', text: 'This account has been deactivated.' };
    }
    try {
      return await this.#act(person, action);
    } catch (error) {
      if (error instanceof NotAllowed) return error.outcome();
      throw error;
    } finally {
      await this.#world.saved();
    }
  }

  async #act(person: Person, action: PersonAction): Promise<Outcome> {
    const world = this.#world;
    const interactions = this.#interactions;
    if (isTalk(action)) return talk(world, person, action.do, action);
    switch (action.do) {
      case 'command':
        return runCommand(world, interactions, person, action);
      case 'messageShortcut':
      case 'globalShortcut':
        return runShortcut(world, interactions, person, action);
      case 'click':
        return press(world, interactions, person, action);
      case 'fill':
        return fill(world, interactions, person, action);
      case 'submit':
        return submit(world, interactions, person, action);
      case 'close':
        return close(world, interactions, person, action);
      case 'openHome':
        return openHome(world, person, action);
    }
  }
}
