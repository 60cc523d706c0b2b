import { describe, expect, it } from '@jest/globals';
import { allEmoji, emojiCharacter, emojiSpoken, findEmoji } from '../../../src/sandbox/page/text/emoji.ts';
import { withEmoji } from '../../../src/sandbox/page/text/with-emoji.ts';

describe('emoji', () => {
  it.each([
    ['+1', '👍'],
    ['thumbsup', '👍'],
    ['tada', '🎉'],
    ['white_check_mark', '✅'],
    ['rotating_light', '🚨'],
    ['flag-jp', '🇯🇵'],
    ['jp', '🇯🇵'],
    ['keycap_ten', '🔟'],
    ['man-facepalming', '🤦‍♂️'],
  ])('has Slack’s name %s', (name, character) => {
    expect(emojiCharacter(name)).toBe(character);
  });

  it('gives hands and people the skin that is asked for, and leaves everything else as it is', () => {
    expect(emojiCharacter('wave::skin-tone-3')).toBe('👋🏼');
    expect(emojiCharacter('female-firefighter::skin-tone-6')).toBe('👩🏿‍🚒');
    expect(emojiCharacter('people_holding_hands::skin-tone-2')).toBe('🧑🏻‍🤝‍🧑🏻');
    expect(emojiCharacter('tada::skin-tone-3')).toBe('🎉');
  });

  it('leaves names in text that no emoji has', () => {
    expect(emojiCharacter('constructor')).toBeNull();
    expect(withEmoji(':wave::skin-tone-4: at 10:30:45, :no_such_thing:')).toBe(
      '👋🏽 at 10:30:45, :no_such_thing:',
    );
  });

  it('finds by the beginning of a name first, then by what it means', () => {
    expect(findEmoji('tad', 3)[0]?.character).toBe('🎉');
    expect(findEmoji('thumbs up', 5).map((each) => each.character)).toContain('👍');
    expect(findEmoji('goodbye', 20).map((each) => each.character)).not.toContain('🎉');
    expect(findEmoji('  ', 5)).toEqual([]);
  });

  it('says names as words', () => {
    expect([emojiSpoken('+1'), emojiSpoken('white_check_mark')]).toEqual(['thumbs up', 'white check mark']);
  });

  it('has every name only once', () => {
    const names = allEmoji.flatMap((each) => each.names);
    expect(names.length).toBe(new Set(names).size);
  });
});
