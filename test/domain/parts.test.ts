import { describe, expect, it } from '@jest/globals';
import type { IncidentCommand } from '../../src/domain/commands.ts';
import { nobody } from '../../src/domain/ladder.ts';
import type { Screen } from '../../src/domain/phases.ts';
import { accept } from './support/ask-commands.ts';
import { askedIn, begin, nothing, refused, type Story, told } from './support/story.ts';

const cannot = (screen: Screen, words: string | null = null): IncidentCommand => ({
  ...{ type: 'give_part', screen, words },
});
const given = (story: Story) => story.incident().givenParts.map(({ screen }) => screen);

function withMia(): Story {
  const story = begin();
  story.does('mia', accept('a1'));
  return story;
}

describe('a part that somebody cannot do', () => {
  it('goes to the helper who is here, once', () => {
    const story = withMia();
    expect(told(story.does('alex', cannot('impact')), 'mia')).toEqual(['part']);
    expect(story.does('alex', cannot('impact'))).toEqual(nothing);
    expect(given(story)).toEqual(['impact']);
  });

  it('has a person asked when nobody is here, who hears of it on coming', () => {
    const story = begin({ helpWanted: false });
    expect(askedIn(story.does('alex', cannot('impact')))).toHaveLength(1);
    expect(told(story.does('mia', accept('a1')), 'mia')).toEqual(['part']);
  });

  it('leaves a way to name somebody when nobody is known', () => {
    const story = begin({ circle: nobody, helpWanted: false });
    const step = story.does('alex', cannot('reassurance'));
    expect(told(step, 'place')).toEqual(['card']);
    expect(told(step, 'alex')).toEqual(['nobody_to_ask']);
  });

  it('has the next one asked when the helper who is here cannot do it either', () => {
    const story = withMia();
    story.wait(60_000);
    expect(askedIn(story.does('mia', cannot('fix')))).toHaveLength(1);
  });

  const ways: readonly { readonly screen: Screen; readonly does: IncidentCommand }[] = [
    { screen: 'reassurance', does: { type: 'tell_happened', words: null, stillHappening: 'no' } },
    { screen: 'impact', does: { type: 'tell_impact', affected: null, kinds: ['slow'] } },
    { screen: 'reach', does: { type: 'tell_reach', noticedBy: 'nobody', spreading: 'no', sensitive: 'no' } },
    { screen: 'fix', does: { type: 'add_step', words: 'w1', confidence: 5, undo: 'yes' } },
    { screen: 'escalation', does: { type: 'draft_summary', words: 'w1' } },
  ];

  it.each(ways)('is done when somebody has done the screen $screen', ({ screen, does }) => {
    const story = withMia();
    story.does('alex', cannot(screen));
    story.does('mia', does);
    expect(given(story)).toEqual([]);
  });
});

describe('the message to the manager', () => {
  it('is written by a helper, and stays the engineer’s to send', () => {
    const story = withMia();
    story.does('alex', cannot('escalation', 'w1'));
    expect(story.incident().givenParts).toMatchObject([{ screen: 'escalation', words: 'w1' }]);
    const step = story.does('mia', { type: 'draft_summary', words: 'w2' });
    expect(told(step, 'alex')).toEqual(['summary_drafted']);
    expect(story.incident().summaryDraft).toMatchObject({ words: 'w2' });
    const send = { type: 'write_summary', manager: 'U_MONA', words: 'w3', timing: { kind: 'now' } } as const;
    expect(story.does('mia', send)).toEqual(refused('not_allowed'));
    story.does('alex', send);
    expect(story.incident().summaryDraft).toBeNull();
  });

  it('is drafted by helpers only', () => {
    for (const who of ['alex', 'zoe', 'mona', 'gus'] as const) {
      expect(withMia().does(who, { type: 'draft_summary', words: 'w2' })).toEqual(refused('not_allowed'));
    }
  });
});
