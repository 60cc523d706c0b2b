import { describe, expect, it } from '@jest/globals';
import { cutText, takeGraphemes } from '../../../src/slack/cut-text.ts';
import {
  cutMrkdwn,
  escapeMrkdwn,
  plainFromSlack,
  plainPreview,
  quote,
  tidyPlain,
} from '../../../src/slack/mrkdwn.ts';

const names = {
  user: (id: string) => ({ U0ALEX: 'Alex' })[id],
  channel: (id: string) => ({ C0ENG: 'eng' })[id],
};

/** A small generator with a seed, so that a failure can be repeated. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

const pieces = [
  ...[
    '<!channel>',
    '<!here>',
    '<!everyone>',
    '<@U0ALEX>',
    '<!subteam^S1>',
    '<#C0ENG|eng>',
    '<',
    '>',
    '|',
    '&',
    '&lt;!channel&gt;',
  ],
  ...[
    'https://evil.example/<!here>',
    '<https://x|y>',
    '```',
    '`',
    '*',
    '_',
    '~',
    '>',
    '>>> ',
    '\n',
    '\r\n',
    '\u2028',
    '\u000b',
  ],
  ...[
    '\u202e',
    '\u2066',
    '\u0000',
    '\ufeff',
    '👩‍👩‍👧‍👦',
    '🇫🇷',
    'e\u0301',
    '\ud83d',
    '\ude00',
    'नि',
    'مرحبا',
    'plain words ',
    '  ',
    '<!date^1^{date}|x>',
  ],
];

function hostile(seed: number, length: number): string {
  const next = random(seed);
  let text = '';
  while (text.length < length) text += pieces[next(pieces.length)] ?? '';
  return text.slice(0, length);
}

const seeds = Array.from({ length: 60 }, (_, seed) => seed * 7919 + 1);
/** What would ping or link in mrkdwn: any raw angle bracket that is not the quote mark of a line. */
const activeMarkup = (mrkdwn: string) => mrkdwn.replace(/^>/gm, '').match(/[<>]/g) ?? [];

describe('escaping', () => {
  it('makes mentions, links and entities literal', () => {
    expect(escapeMrkdwn('<!channel> & <@U1> &lt;')).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt; &amp;lt;');
  });

  it.each(seeds)('is undone exactly by reading it as Slack text (seed %i)', (seed) => {
    const text = hostile(seed, 500);
    expect(plainFromSlack(escapeMrkdwn(text))).toBe(text);
  });
});

describe('reading text from Slack', () => {
  it.each([
    ['<@U0ALEX> broke it', '@Alex broke it'],
    ['<@U9|pat> and <@U8>', '@pat and @someone'],
    ['<#C0ENG> <#C1|ops> <#C2>', '#eng #ops #a channel'],
    ['<!channel> <!here> <!everyone|everyone>', '@channel @here @everyone'],
    ['<!subteam^S1|@db-owners> <!subteam^S2>', '@db-owners @a group'],
    ['<!date^1700000000^{date} at {time}|14 November>', '14 November'],
    ['<https://x.example/a|the dashboard>', 'the dashboard (https://x.example/a)'],
    ['<https://evil.example|https://good.example>', 'https://good.example (https://evil.example)'],
    ['<https://x.example/?a=1&amp;b=2>', 'https://x.example/?a=1&b=2'],
    ['<http://x.example|x.example>', 'x.example'],
    ['<mailto:a@x.example|a@x.example>', 'a@x.example'],
    ['<!unknown^x|label>', 'label'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
    ['<>', ''],
  ])('%s reads %s', (text, plain) => {
    expect(plainFromSlack(text, names)).toBe(plain);
  });

  it.each(seeds)('gives text that, escaped, pings nobody (seed %i)', (seed) => {
    expect(escapeMrkdwn(plainFromSlack(hostile(seed, 2000), names))).not.toMatch(/[<>]/);
  });
});

describe('quoting', () => {
  it('puts each line behind a quote mark and keeps the words', () => {
    expect(quote('I dropped the table\nand it is *still* running')).toBe(
      '> I dropped the table\n> and it is *still* running',
    );
  });

  it('keeps a quote inside the quote, a code fence closed and directions as they are', () => {
    expect(quote('> mine\r\n```drop\u202etable\u2028x')).toBe("> &gt; mine\n> '''droptable\n> x");
  });

  it('collapses many empty lines, cuts after the last line allowed, and says so', () => {
    expect(quote('a\n\n\n\n\nb')).toBe('> a\n> \n> b');
    expect(quote('1\n2\n3', { maxLines: 2 })).toBe('> 1\n> 2…');
  });

  it('keeps flags of regions and families whole', () => {
    const scotland = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}';
    expect(quote(`${scotland} 👩‍👩‍👧‍👦`)).toBe(`> ${scotland} 👩‍👩‍👧‍👦`);
  });

  it.each(seeds)('never pings, never leaves the quote, never exceeds its limit (seed %i)', (seed) => {
    for (const maxLength of [0, 1, 3, 4, 5, 20, 600]) {
      const quoted = quote(hostile(seed, 10_000), { maxLength });
      expect(activeMarkup(quoted)).toEqual([]);
      expect(quoted).not.toContain('```');
      expect(quoted.length).toBeLessThanOrEqual(Math.max(1, maxLength));
      expect(quoted).not.toMatch(/\p{Surrogate}/u);
      expect(quoted).not.toMatch(/&(?!amp;|lt;|gt;)/);
      if (maxLength > 4) for (const line of quoted.split('\n')) expect(line).toMatch(/^>|^…$/);
    }
  });

  it.each([
    '<!channel>',
    '\n',
    '\u202e',
    'e\u0301',
    '\u0301',
    '👩‍👩‍👧‍👦',
    '`',
    '&',
    ' ',
    '\u{e0067}',
    '\u{1f3f4}\u{e0067}',
  ])('takes a moment for 10,000 characters of %j', (piece) => {
    const text = piece.repeat(Math.ceil(10_000 / piece.length));
    const started = performance.now();
    for (let round = 0; round < 10; round += 1) {
      quote(text, { maxLength: 3000, maxLines: 100 });
      plainPreview(text);
      plainFromSlack(text);
      cutMrkdwn(text, 3000);
    }
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

describe('a preview for the lock screen', () => {
  it('is one escaped line', () => {
    expect(plainPreview('I <!channel>\n\n broke\tit & more')).toBe('I &lt;!channel&gt; broke it &amp; more');
  });

  it('is cut with an ellipsis between graphemes', () => {
    expect(plainPreview('👩‍👩‍👧‍👦'.repeat(3), 25)).toBe(`${'👩‍👩‍👧‍👦'.repeat(2)}…`);
  });
});

describe('cutting', () => {
  it('leaves a text that fits as it is', () => {
    expect(cutText('abc', 3)).toBe('abc');
    expect(cutText('abcd', 3)).toBe('ab…');
    expect(cutText('abc', 0)).toBe('');
  });

  it('counts each grapheme as it is written', () => {
    expect(takeGraphemes('<<<<', 9, escapeMrkdwn)).toBe('&lt;&lt;');
    expect(takeGraphemes('ab', 2)).toBe('ab');
  });

  it('cuts a grapheme only when it alone is too long', () => {
    const zalgo = `a${'\u0301'.repeat(100)}`;
    expect(cutText(zalgo, 10)).toHaveLength(10);
    expect(cutText(`x${zalgo}`, 10)).toBe('x…');
  });

  it('leaves no half of a mention, an entity or a code block in mrkdwn', () => {
    expect(cutMrkdwn(`hello <@U0ALEX> ${'x'.repeat(50)}`, 18)).toBe('hello…');
    expect(cutMrkdwn(`hello &amp; ${'x'.repeat(50)}`, 13)).toBe('hello…');
    expect(cutMrkdwn(`\`\`\`${'x'.repeat(50)}\`\`\``, 20)).toMatch(/^```x+…\n```$/);
    for (const seed of seeds) expect(cutMrkdwn(hostile(seed, 500), 100).length).toBeLessThanOrEqual(100);
  });
});

describe('tidying', () => {
  it('removes controls and overrides, keeps joiners, and repairs half characters', () => {
    expect(tidyPlain('a\u0000b\u202ec\u200dd\ud800e')).toBe('abc\u200dd\ufffde');
  });
});
