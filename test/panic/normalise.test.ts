import { describe, expect, it } from '@jest/globals';
import { normalise } from '../../src/panic/normalise.ts';

describe('normalise', () => {
  it.each([
    ['I CAN’T stop it!!', ' i cant stop it ! ! '],
    ['Ｄｅｌｅｔｅｄ　ｐｒｏｄ', ' deleted prod '],
    ['borré producción', ' borre produccion '],
    ['ぜんぶ消えた', ' ぜんぶ消えた '],
    ['de\u200bleted', ' deleted '],
    ['d\u0336e\u0336l\u0336', ' del '],
    ['heeeelp nooooo', ' help no '],
    ['a  \t b\nc', ' a b . c '],
    ['', '  '],
  ])('reads %j as %j', (message, text) => {
    expect(normalise(message).text.trim()).toBe(text.trim());
  });

  it('drops fenced code and inline code, and keeps that they were there', () => {
    expect(normalise('ran ```DROP TABLE users;\nDELETE``` and `rm -rf /` now').text).toBe(
      ' ran code and code now ',
    );
  });

  it('reads a fence that is never closed as text', () => {
    expect(normalise('help ``` i dropped it').text).toBe(' help i dropped it ');
  });

  it.each(['&gt; I deleted prod\nwow', '> I deleted prod\nwow', 'wow\n&gt;&gt;&gt; I deleted\nprod'])(
    'drops the quoted lines of %j',
    (message) => {
      expect(normalise(message).text).toBe(' wow ');
    },
  );

  it('drops mentions, links and unknown emoji, and keeps the words of a link', () => {
    const message =
      '<@U1> <#C1|general> see <https://x.example/deleted-prod|the post> https://y.example/help :parrot:';
    expect(normalise(message).text).toBe(' see the post ');
  });

  it('keeps what an emoji says about the author', () => {
    expect(normalise('gone :sob: 😂').text).toBe(' gone emojicry emojilaugh ');
  });

  it('reads the escapes of Slack', () => {
    expect(normalise('a &lt; b &amp;&amp; c').text).toBe(' a b c ');
  });

  it('does not take everybody who is greeted for everybody who is affected', () => {
    expect(normalise('Hi everyone, lunch?').text).toBe(' . lunch ? ');
  });

  it('measures capitals in what the author wrote', () => {
    expect(normalise('HELP ME').shouting).toBe(1);
    expect(normalise('`HELP` me').shouting).toBe(0);
    expect(normalise('123').shouting).toBe(0);
  });

  it('keeps the start and the end of a very long message', () => {
    const { text } = normalise(`start ${'middle '.repeat(5000)} end`);
    expect(text.length).toBeLessThan(4100);
    expect(text).toMatch(/^ start .* end $/);
  });
});
