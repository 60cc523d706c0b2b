import { describe, expect, it } from '@jest/globals';
import type { IncidentCommand } from '../../src/domain/commands.ts';
import { people } from './support/people.ts';
import { begin, evening, minutes, nothing, refused, type Story, told } from './support/story.ts';

const resolve: IncidentCommand = { type: 'resolve' };
const dismiss: IncidentCommand = { type: 'dismiss' };
const arrived = (ask: string, paused = false): IncidentCommand => ({
  ...{ type: 'ask_delivery', ask },
  delivery: { outcome: 'delivered', paused },
});
const summary = (timing: Extract<IncidentCommand, { type: 'write_summary' }>['timing']): IncidentCommand => ({
  ...{ type: 'write_summary', manager: people.mona.user, words: 'w2', timing },
});

/** Mia is with Alex, Ben was asked and has not answered, Cleo cannot come, Mona has been told. */
function inTheMiddle(): Story {
  const story = begin();
  story.does(null, arrived('a1'));
  story.wait(minutes(2));
  story.does(null, { type: 'wake', wake: { kind: 'ask_due', ask: 'a1' } });
  story.does(null, arrived('a2'));
  story.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });
  story.wait(minutes(1));
  story.does('alex', { type: 'want_help', more: true });
  story.does(null, arrived('a3'));
  story.does('cleo', { type: 'answer_ask', ask: 'a3', answer: 'decline' });
  story.does('alex', summary({ kind: 'now' }));
  story.does(null, { type: 'summary_delivery', delivery: { outcome: 'delivered', paused: false } });
  return story;
}

describe("It's over", () => {
  it('tells everybody who was told that it began, and nobody else', () => {
    const step = inTheMiddle().does('alex', resolve);
    expect(told(step, 'place')).toEqual(['closing']);
    expect(told(step, 'mia')).toEqual(['closing_helper']);
    expect(told(step, 'ben')).toEqual(['stood_down']);
    expect(told(step, 'mona')).toEqual(['closing_summary']);
    expect(step.sent).toHaveLength(4);
  });

  it('says to the engineer alone what becomes of a summary that waits for the morning', () => {
    const story = begin();
    story.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });
    const both = [people.alex.user, people.mia.user];
    story.does(null, { type: 'room_made', channel: 'C_ROOM', form: 'channel', people: both, absent: [] });
    story.does('alex', summary({ kind: 'at', at: story.now() + minutes(600) }));
    const step = story.does('alex', resolve);
    expect(told(step, 'place')).toEqual(['closing', 'room_closing']);
    expect(told(step, 'alex')).toEqual(['closing']);
  });

  it('may be said by a helper', () => {
    const story = inTheMiddle();
    story.does('mia', resolve);
    expect(story.incident()).toMatchObject({ status: 'resolved', endedAt: story.now() });
  });

  it.each(['zoe', 'mona', 'ada', 'gus', 'otto'] as const)('is not for %s to say', (who) => {
    expect(inTheMiddle().does(who, resolve)).toEqual(refused('not_allowed'));
  });

  it('changes nothing the second time', () => {
    const story = inTheMiddle();
    story.does('alex', resolve);
    expect(story.does('mia', resolve)).toEqual(nothing);
    expect(story.does('alex', dismiss)).toEqual(nothing);
  });

  it('does not bother a manager who was never told', () => {
    const story = begin();
    story.does('alex', summary({ kind: 'myself' }));
    expect(told(story.does('alex', resolve), 'mona')).toEqual([]);
  });
});

describe('It turned out fine', () => {
  it('thanks whoever was asked and tells the manager, without a closing for the engineer', () => {
    const step = inTheMiddle().does('alex', dismiss);
    expect(told(step, 'place')).toEqual([]);
    expect(told(step, 'mia')).toEqual(['closing_helper']);
    expect(told(step, 'ben')).toEqual(['stood_down']);
    expect(told(step, 'mona')).toEqual(['closing_summary']);
  });

  it('is only for the engineer to say', () => {
    expect(inTheMiddle().does('mia', dismiss)).toEqual(refused('not_allowed'));
  });
});

describe('an end while something is on its way', () => {
  it('does not stand down somebody whose message has not gone out', () => {
    expect(told(begin().does('alex', resolve), 'mia')).toEqual([]);
  });

  it('stands down somebody whose message arrives after the end', () => {
    const story = begin();
    story.does('alex', resolve);
    expect(told(story.does(null, arrived('a1')), 'mia')).toEqual(['stood_down']);
  });

  it('asks nobody else when that message arrives with notifications off, or is refused', () => {
    for (const outcome of ['paused', 'refused'] as const) {
      const story = begin();
      story.does('alex', dismiss);
      const delivery = { outcome: 'refused', reason: 'user_disabled' } as const;
      const step = story.does(
        null,
        outcome === 'paused' ? arrived('a1', true) : { type: 'ask_delivery', ask: 'a1', delivery },
      );
      expect(told(step, 'ben')).toEqual([]);
      expect(told(step, 'place')).toEqual([]);
    }
  });

  it('does not thank a helper twice when Slack confirms the message after the end', () => {
    const story = begin();
    story.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });
    expect(told(story.does('alex', resolve), 'mia')).toEqual(['closing_helper']);
    expect(told(story.does(null, arrived('a1')), 'mia')).toEqual([]);
  });

  it('sends the summary that was meant for the morning, with how it ended', () => {
    const story = begin();
    story.does('alex', summary({ kind: 'at', at: evening + minutes(600) }));
    story.does('alex', resolve);
    story.wait(minutes(600));
    const step = story.does(null, { type: 'wake', wake: { kind: 'summary_due' } });
    expect(told(step, 'mona')).toEqual(['summary', 'closing_summary']);
  });

  it('does not send it when it turned out fine', () => {
    const story = begin();
    story.does('alex', summary({ kind: 'at', at: evening + minutes(600) }));
    story.does('alex', dismiss);
    story.wait(minutes(600));
    expect(story.does(null, { type: 'wake', wake: { kind: 'summary_due' } })).toEqual(nothing);
  });
});

describe('after the end', () => {
  const over = () => {
    const story = inTheMiddle();
    story.does('alex', resolve);
    return story;
  };

  it.each<IncidentCommand>([
    { type: 'want_help', more: true },
    { type: 'name_helper', person: people.zoe.user },
    { type: 'tell_happened', words: 'w5', stillHappening: 'no' },
    { type: 'tell_impact', affected: null, kinds: ['data_lost'] },
    { type: 'tell_reach', noticedBy: 'nobody', spreading: 'no', sensitive: 'no' },
    { type: 'set_severity', level: 'SEV1' },
    summary({ kind: 'now' }),
    { type: 'add_step', words: 'w6', confidence: 5, undo: 'yes' },
    { type: 'move_step', step: 's1', to: 'started' },
  ])('refuses $type and says that it is over', (command) => {
    expect(over().does('alex', command)).toEqual(refused('incident_over'));
  });

  it('says to a mentor who answers late that it is over', () => {
    expect(over().does('ben', { type: 'answer_ask', ask: 'a2', answer: 'accept' })).toEqual(
      refused('incident_over'),
    );
  });

  it.each([{ kind: 'ask_due', ask: 'a2' }, { kind: 'silence_due' }, { kind: 'summary_due' }] as const)(
    'lets a timer ($kind) that wakes too late do nothing',
    (wake) => {
      expect(over().does(null, { type: 'wake', wake })).toEqual(nothing);
    },
  );

  it('still takes a note and the manager’s Seen', () => {
    const story = over();
    expect(story.does('alex', { type: 'add_note', words: 'w7' }).events).toEqual(['note_added']);
    expect(story.does('mona', { type: 'mark_summary_seen' }).events).toEqual(['summary_seen']);
  });
});
