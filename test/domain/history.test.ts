import { describe, expect, it } from '@jest/globals';
import { replay } from '../../src/domain/evolve.ts';
import { mustWait } from '../../src/domain/evolve-steps.ts';
import { isOver } from '../../src/domain/incident.ts';
import { eventVersion, readEventBody } from '../../src/store/repositories/event-schema.ts';
import { type Told, tellRandomStory } from './support/random-story.ts';
import type { Story } from './support/story.ts';

const seeds = Array.from({ length: 300 }, (_, index) => index + 1);
const length = 80;

/** Says in which random stories something did not hold, and after which command. */
function whereNot(holds: (story: Story, told: Told) => boolean): readonly string[] {
  return seeds.flatMap((seed) => {
    const broken: string[] = [];
    tellRandomStory(seed, length, (story, told) => {
      if (!holds(story, told)) broken.push(`story ${seed}: ${told.who} ${JSON.stringify(told.command)}`);
    });
    return broken.slice(0, 1);
  });
}

const whole = (story: Story) => replay('T1', 'i1', story.history());

describe('the history of an incident', () => {
  it('adds up to the incident that was decided', () => {
    for (const seed of seeds) {
      const story = tellRandomStory(seed, length, () => undefined);
      expect(whole(story)).toEqual(story.incident());
    }
  });

  it('counts its events without a gap', () => {
    for (const seed of seeds) {
      const story = tellRandomStory(seed, length, () => undefined);
      expect(story.history().map((event) => event.seq)).toEqual(story.history().map((_, index) => index + 1));
      expect(story.incident().version).toBe(story.history().length);
    }
  });

  it('survives being written to the database and read again', () => {
    for (const seed of seeds) {
      const { history } = tellRandomStory(seed, length, () => undefined);
      for (const { body } of history()) {
        const { type, ...data } = body;
        const stored: unknown = JSON.parse(JSON.stringify(data));
        expect(readEventBody({ type, version: eventVersion, data: stored })).toEqual(body);
      }
    }
  });

  it('has every kind of event in these stories, so that the properties speak of all of them', () => {
    const seen = new Set(
      seeds.flatMap((seed) =>
        tellRandomStory(seed, length, () => undefined)
          .history()
          .map((event) => event.body.type),
      ),
    );
    expect([...seen].sort()).toEqual([
      'ask_accepted',
      'ask_declined',
      'ask_delivered',
      'ask_postponed',
      'ask_refused',
      'ask_reminded',
      'ask_unanswered',
      'channel_ask_refused',
      'channel_asked',
      'duty_refused',
      'duty_told',
      'first_screen_left',
      'hand_off_asked',
      'happened_told',
      'help_asked',
      'help_wanted',
      'helper_released',
      'impact_told',
      'incident_dismissed',
      'incident_opened',
      'incident_reopened',
      'incident_resolved',
      'keyboard_taken',
      'ladder_exhausted',
      'manager_answered',
      'manager_asked',
      'manager_named',
      'manager_told',
      'manager_updated',
      'note_added',
      'opened_up',
      'other_noticed',
      'other_refused',
      'other_told',
      'own_word_ran_out',
      'own_word_reminded',
      'part_given',
      'passed_on',
      'place_chosen',
      'place_moved',
      'reach_told',
      'room_archived',
      'room_closed',
      'room_joined',
      'room_left',
      'room_made',
      'room_refused',
      'rungs_added',
      'severity_set',
      'small_told',
      'step_added',
      'step_approved',
      'step_changed',
      'step_done',
      'step_failed',
      'step_questioned',
      'step_removed',
      'step_started',
      'still_happening_told',
      'summary_approved',
      'summary_asked_for',
      'summary_delivered',
      'summary_drafted',
      'summary_refused',
      'summary_remarked',
      'summary_seen',
      'summary_written',
    ]);
  });
});

describe('whatever is said to an incident, by anybody, in any order', () => {
  it('sends nothing without an event: what is not saved is not sent', () => {
    expect(whereNot((_story, { step }) => step.sent.length === 0 || step.events.length > 0)).toEqual([]);
  });

  it('never gives a new message the key of an old one, which would swallow it', () => {
    const repeated = seeds.flatMap((seed) => {
      const keys = new Set<string>();
      const again: string[] = [];
      tellRandomStory(seed, length, (_story, { step }) => {
        for (const { key, message } of step.sent) {
          // The same step, or summary, in the same words is shown to the same person once.
          const isRead = message.kind === 'step_check' || message.kind === 'summary_review';
          if (keys.has(key) && !isRead) again.push(`story ${seed}: ${key}`);
          keys.add(key);
        }
      });
      return again;
    });
    expect(repeated).toEqual([]);
  });

  it('never leaves somebody who wants help without a helper, an ask, or the word that nobody is left', () => {
    const cared = (story: Story): boolean => {
      const { helpWanted, helpers, asks, ladderExhaustedAt } = story.incident();
      if (isOver(story.incident()) || !helpWanted) return true;
      return helpers.length > 0 || asks.some((ask) => ask.state === 'asked') || ladderExhaustedAt !== null;
    };
    expect(whereNot(cared)).toEqual([]);
  });

  it('asks nobody who is being asked or is here already, and nobody after the end', () => {
    const again: ReadonlySet<string> = new Set(['unanswered', 'released', 'stood_down']);
    const once = (story: Story, { step }: Told): boolean =>
      step.sent.every(({ message }) => {
        if (message.kind !== 'ask') return true;
        const { asks } = story.incident();
        const person = asks.find((ask) => ask.id === message.ask)?.person;
        const gone = new Set(['declined', 'released']);
        const open = asks.filter((ask) => ask.person === person && !gone.has(ask.state));
        const others = open.filter((ask) => ask.id !== message.ask && ask.state !== 'refused');
        return !isOver(story.incident()) && others.every(({ state }) => again.has(state));
      });
    expect(whereNot(once)).toEqual([]);
  });

  it('asks at most one new person at a time, besides the owners of services', () => {
    const oneAtATime = (story: Story, { step }: Told) => {
      const { asks } = story.incident();
      const isOfOwner = (id: string) => asks.find((ask) => ask.id === id)?.rung === 'owner';
      const asked = step.sent.filter(({ message }) => message.kind === 'ask' && !isOfOwner(message.ask));
      return asked.length <= 1;
    };
    expect(whereNot(oneAtATime)).toEqual([]);
  });

  it('starts no risky step that a second person has not read', () => {
    const twoPeople = (story: Story): boolean =>
      story.incident().steps.every(({ state, confidence, undo, author, approvedBy }) => {
        const begun = state === 'started' || state === 'done' || state === 'failed';
        return !begun || !mustWait(confidence, undo) || (approvedBy !== null && approvedBy !== author);
      });
    expect(whereNot(twoPeople)).toEqual([]);
  });

  it('changes nothing that counts once it is over', () => {
    const over = new Set([
      'manager_asked',
      'manager_answered',
      'manager_told',
      'summary_approved',
      'summary_remarked',
      'note_added',
      'summary_seen',
      'summary_asked_for',
      'summary_delivered',
      'summary_refused',
      'ask_delivered',
      'ask_refused',
      'place_moved',
      ...['room_made', 'room_joined', 'room_left', 'room_closed', 'room_archived', 'duty_refused'],
    ]);
    const quiet = seeds.flatMap((seed) => {
      let wasOver = false;
      const late: string[] = [];
      tellRandomStory(seed, length, (story, { step, command }) => {
        if (wasOver && command.type !== 'reopen') late.push(...step.events.filter((type) => !over.has(type)));
        wasOver = isOver(story.incident());
      });
      return late;
    });
    expect(quiet).toEqual([]);
  });

  it('keeps as helpers exactly those who said that they are with the engineer', () => {
    const same = (story: Story): boolean => {
      const { helpers, asks } = story.incident();
      const accepted = new Set(asks.filter((ask) => ask.state === 'accepted').map((ask) => ask.person));
      return accepted.size === helpers.length && helpers.every((person) => accepted.has(person));
    };
    expect(whereNot(same)).toEqual([]);
  });
});
