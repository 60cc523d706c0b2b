import { describe, expect, it } from '@jest/globals';
import type { Inline, MrkdwnBlock } from '../../../src/sandbox/page/text/mrkdwn-ast.ts';
import { parseMrkdwn } from '../../../src/sandbox/page/text/parse-mrkdwn.ts';

const text = (value: string): Inline => ({ kind: 'text', text: value });
const paragraph = (...children: Inline[]): MrkdwnBlock => ({ kind: 'paragraph', children });

describe('mrkdwn', () => {
  it('reads bold, italic, strike and code', () => {
    expect(parseMrkdwn('*a* _b_ ~c~ `d *e*`')).toEqual([
      paragraph(
        { kind: 'bold', children: [text('a')] },
        text(' '),
        { kind: 'italic', children: [text('b')] },
        text(' '),
        { kind: 'strike', children: [text('c')] },
        text(' '),
        { kind: 'code', text: 'd *e*' },
      ),
    ]);
  });

  it.each(['snake_case_name', '2*3*4', 'a * b * c', '*not\nover lines*', '**', '~/.bashrc', '_open'])(
    'leaves %j as it was typed',
    (typed) => {
      expect(parseMrkdwn(typed)).toEqual([paragraph(text(typed))]);
    },
  );

  it('nests styles, and ends them before punctuation', () => {
    expect(parseMrkdwn('(*a _b_*), c')).toEqual([
      paragraph(
        text('('),
        { kind: 'bold', children: [text('a '), { kind: 'italic', children: [text('b')] }] },
        text('), c'),
      ),
    ]);
  });

  it('unescapes what people typed, and makes no markup of it', () => {
    expect(parseMrkdwn('&lt;b&gt; &amp;lt; &lt;!channel&gt;')).toEqual([
      paragraph(text('<b> &lt; <!channel>')),
    ]);
  });

  it('reads mentions, channels, groups and broadcasts', () => {
    expect(parseMrkdwn('<@U1|al> <#C1|ops> <!subteam^S1|@dbs> <!here>')).toEqual([
      paragraph(
        { kind: 'user', id: 'U1', label: 'al' },
        text(' '),
        { kind: 'channel', id: 'C1', label: 'ops' },
        text(' '),
        { kind: 'group', id: 'S1', label: '@dbs' },
        text(' '),
        { kind: 'broadcast', range: 'here' },
      ),
    ]);
  });

  it('reads links with and without a label, bare ones too, without the full stop behind them', () => {
    const link = (href: string, label: string): Inline => ({ kind: 'link', href, children: [text(label)] });
    expect(parseMrkdwn('<https://a.example/?x=1&amp;y=2|here> https://b.example/c_d_e.')).toEqual([
      paragraph(
        link('https://a.example/?x=1&y=2', 'here'),
        text(' '),
        link('https://b.example/c_d_e', 'https://b.example/c_d_e'),
        text('.'),
      ),
    ]);
  });

  it.each(['<javascript:alert(1)|here>', '<data:text/html,x>', '<vbscript:x|y>'])(
    'makes no link of %j',
    (typed) => {
      expect(parseMrkdwn(typed)).toEqual([paragraph(text(typed))]);
    },
  );

  it('reads dates with their fallback', () => {
    expect(parseMrkdwn('<!date^1700000000^{date} at {time}|then>')).toEqual([
      paragraph({
        kind: 'date',
        seconds: 1_700_000_000,
        format: '{date} at {time}',
        href: null,
        fallback: 'then',
      }),
    ]);
  });

  it('draws known emoji and leaves unknown names and times alone', () => {
    expect(parseMrkdwn(':tada: :no_such_one: 10:30:00')).toEqual([
      paragraph({ kind: 'emoji', name: 'tada', character: '🎉' }, text(' :no_such_one: 10:30:00')),
    ]);
  });

  it('reads quotes, lists and preformatted text as blocks', () => {
    expect(parseMrkdwn('a\n&gt; b\n&gt; c\n• d\n1. e\n```\n*f*\n```\ng')).toEqual([
      paragraph(text('a')),
      { kind: 'quote', children: [paragraph(text('b\nc'))] },
      {
        kind: 'list',
        items: [
          { marker: '•', level: 0, children: [text('d')] },
          { marker: '1.', level: 0, children: [text('e')] },
        ],
      },
      { kind: 'pre', text: '*f*' },
      paragraph(text('g')),
    ]);
  });

  it('quotes everything after three marks', () => {
    expect(parseMrkdwn('&gt;&gt;&gt; a\nb')).toEqual([
      { kind: 'quote', children: [paragraph(text('a\nb'))] },
    ]);
  });

  it('knows the emoji that people put in from their keyboard, by Slack’s names', () => {
    const names = (typed: string) =>
      parseMrkdwn(typed).flatMap((block) =>
        block.kind === 'paragraph'
          ? block.children.map((piece) => (piece.kind === 'emoji' ? piece.name : piece.kind))
          : [],
      );
    expect(names('so 🎉')).toEqual(['text', 'tada']);
    expect(names('1️⃣')).toEqual(['one']);
    expect(names('👩🏿‍🚒🇯🇵👋🏽')).toEqual(['female-firefighter', 'jp', 'wave']);
    expect(names('日本語 → 3 ☐')).toEqual(['text']);
  });

  it('leaves bare addresses in verbatim text, and reads its markup all the same', () => {
    expect(parseMrkdwn('*see* https://example.com', true)).toEqual([
      paragraph({ kind: 'bold', children: [text('see')] }, text(' https://example.com')),
    ]);
  });
});
