import { describe, expect, it } from '@jest/globals';
import { score, type Verdict } from '../../src/panic/score.ts';
import { messages } from './messages.ts';

const of = (verdict: Verdict) => messages.filter(([wanted]) => wanted === verdict).map(([, text]) => text);

describe('score', () => {
  it('opens nothing under an ordinary message', () => {
    expect(of('none').filter((text) => score({ text }).verdict === 'panic')).toEqual([]);
  });

  it('opens nothing where the author should be asked first', () => {
    expect(of('worry').filter((text) => score({ text }).verdict === 'panic')).toEqual([]);
  });

  it('sees nine of ten clear cries for help, and gives each a reason', () => {
    const seen = of('panic')
      .map((text) => score({ text }))
      .filter(({ verdict }) => verdict === 'panic');
    expect(seen.length).toBeGreaterThanOrEqual(of('panic').length * 0.9);
    expect(seen.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
  });

  it('asks about most of what may be something, and about few ordinary messages', () => {
    const worried = (text: string) => score({ text }).verdict !== 'none';
    expect(of('worry').filter(worried).length).toBeGreaterThanOrEqual(of('worry').length * 0.8);
    expect(of('none').filter(worried).length).toBeLessThanOrEqual(of('none').length * 0.1);
  });

  it('names what weighed most, in words for people', () => {
    const { reasons } = score({
      text: 'I accidentally dropped the wrong database in production, please help',
    });
    expect(reasons).toEqual([
      'asks for help',
      'the wrong thing or place',
      expect.any(String),
      expect.any(String),
    ]);
  });

  it('rises with alarm', () => {
    const texts = [
      'i dropped a table',
      'i dropped a table in production',
      'i dropped a table in production by accident',
      'i dropped a table in production by accident, please help',
    ];
    const scores = texts.map((text) => score({ text }).score);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(texts.length);
  });

  it('falls for the same words in code, in a quote, in the past, or when it is over', () => {
    const text = 'I deleted the production database, please help';
    const clear = score({ text });
    expect(clear.verdict).toBe('panic');
    const others = [
      `\`\`\`${text}\`\`\``,
      `&gt; ${text}`,
      `years ago: ${text}`,
      `${text}. Never mind, fixed, it was a false alarm`,
      `he said ${text} lol`,
    ];
    for (const other of others) expect(score({ text: other }).score).toBeLessThan(clear.score);
  });

  it('is not misled by width, accents or invisible characters', () => {
    const verdicts = [
      'Ｉ ｄｅｌｅｔｅｄ ｐｒｏｄ， ｐｌｅａｓｅ ｈｅｌｐ',
      'I de\u200bleted pro\u0301d, please help',
    ].map((text) => score({ text }).verdict);
    expect(verdicts).toEqual(['panic', 'panic']);
  });

  it('says nothing about an empty message', () => {
    expect(score({ text: '' })).toMatchObject({ verdict: 'none', reasons: [] });
  });

  /** Shapes that make a careless pattern slow. The bound is wide: it tells linear from quadratic, not fast from slow. */
  it.each([
    ['one long word', 'a'.repeat(40_000)],
    ['many short words', 'i '.repeat(20_000)],
    ['fillers', 'i just accidentally '.repeat(2000)],
    ['the start of a cue', 'wrong '.repeat(6666)],
    ['backquotes', '`'.repeat(40_000)],
    ['open brackets', '<@'.repeat(20_000)],
    ['open links', '<https://'.repeat(4444)],
    ['colons', ':'.repeat(40_000)],
    ['colons with names', ':a'.repeat(20_000)],
    ['quote marks', '&gt;\n'.repeat(8000)],
    ['marks', '!'.repeat(40_000)],
    ['marks apart', '! '.repeat(20_000)],
    ['combining marks', 'e\u0301\u0336'.repeat(13_000)],
    ['characters that grow', '\ufdfa'.repeat(40_000)],
    ['Japanese', '本番を削除'.repeat(8000)],
    ['half of a pair', '\ud83d'.repeat(40_000)],
    ['line breaks', '\n'.repeat(40_000)],
    ['addresses', 'http://'.repeat(5700)],
  ])('takes a moment for 40,000 characters of %s', (_name, text) => {
    const start = performance.now();
    const { verdict } = score({ text });
    expect(performance.now() - start).toBeLessThan(500);
    expect(['none', 'worry', 'panic']).toContain(verdict);
  });
});
