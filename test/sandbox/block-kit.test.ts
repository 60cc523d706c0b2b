import { describe, expect, it } from '@jest/globals';
import { checkMessageBlocks, checkView, problemText } from '../../src/sandbox/blocks/blocks.ts';

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) });
const option = (n: number) => ({ text: plain(3), value: `v${n}` });
const options = (count: number) => Array.from({ length: count }, (_, n) => option(n));
const input = (element: object) => ({ type: 'input', label: plain(5), element });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const button = (rest: object = {}) => ({ type: 'button', text: plain(5), ...rest });

/** Faults of one block in a message. */
const faults = (block: object) => checkMessageBlocks([block]).map(problemText);

describe('limits of Block Kit', () => {
  it.each<[string, object, string]>([
    [
      'section text',
      { type: 'section', text: mrkdwn(3001) },
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'empty section text',
      { type: 'section', text: mrkdwn(0) },
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['section without text', { type: 'section' }, 'missing required field: text [json-pointer:/blocks/0]'],
    [
      'section fields',
      { type: 'section', fields: Array(11).fill(mrkdwn(1)) },
      'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
    ],
    [
      'section field text',
      { type: 'section', fields: [mrkdwn(2001)] },
      'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
    ],
    [
      'header',
      { type: 'header', text: plain(151) },
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'mrkdwn header',
      { type: 'header', text: mrkdwn(3) },
      'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
    ],
    [
      'actions',
      actions(...Array.from({ length: 26 }, () => button())),
      'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      'context',
      { type: 'context', elements: Array(11).fill(mrkdwn(1)) },
      'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      'button text',
      actions(button({ text: plain(76) })),
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      'button value',
      actions(button({ value: 'x'.repeat(2001) })),
      'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
    ],
    [
      'button style',
      actions(button({ style: 'loud' })),
      'must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]',
    ],
    [
      'action_id',
      actions(button({ action_id: 'x'.repeat(256) })),
      'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
    ],
    [
      'block_id',
      { type: 'divider', block_id: 'x'.repeat(256) },
      'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
    ],
    [
      'select options',
      actions({ type: 'static_select', options: options(101) }),
      'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      'checkboxes',
      actions({ type: 'checkboxes', options: options(11) }),
      'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      'radio buttons',
      actions({ type: 'radio_buttons', options: options(11) }),
      'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      'overflow',
      actions({ type: 'overflow', options: options(6) }),
      'no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      'option text',
      actions({ type: 'overflow', options: [{ text: plain(76), value: 'v' }] }),
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
    ],
    [
      'option value',
      actions({ type: 'overflow', options: [{ text: plain(1), value: 'v'.repeat(76) }] }),
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/value]',
    ],
    [
      'confirm',
      actions(button({ confirm: { title: plain(101), text: plain(1), confirm: plain(1), deny: plain(1) } })),
      'must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]',
    ],
    [
      'input label',
      { ...input({ type: 'plain_text_input' }), label: plain(2001) },
      'must be less than 2001 characters [json-pointer:/blocks/0/label/text]',
    ],
    [
      'input max_length',
      input({ type: 'plain_text_input', max_length: 3001 }),
      'must be less than 3001 [json-pointer:/blocks/0/element/max_length]',
    ],
    [
      'initial value over its limit',
      input({ type: 'plain_text_input', max_length: 3, initial_value: 'four' }),
      'must be less than 4 characters [json-pointer:/blocks/0/element/initial_value]',
    ],
    [
      'placeholder',
      input({ type: 'plain_text_input', placeholder: plain(151) }),
      'must be less than 151 characters [json-pointer:/blocks/0/element/placeholder/text]',
    ],
    [
      'an initial option that is none',
      input({ type: 'static_select', options: options(2), initial_option: option(9) }),
      'initial_option must match one of the options [json-pointer:/blocks/0/element/initial_option]',
    ],
    [
      'an input outside its place',
      actions({ type: 'plain_text_input' }),
      'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
    ],
    ['an unknown block', { type: 'blink' }, 'unsupported type: blink [json-pointer:/blocks/0/type]'],
    [
      'an unknown field',
      { type: 'divider', colour: 'red' },
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    [
      'a missing field',
      { type: 'image', image_url: 'https://x.test/a.png' },
      'missing required field: alt_text [json-pointer:/blocks/0]',
    ],
    [
      'a wrong date',
      actions({ type: 'datepicker', initial_date: '1 May' }),
      'must be a date in the format YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]',
    ],
  ])('are kept for %s', (_name, block, fault) => {
    expect(faults(block)).toContain(fault);
  });

  it('are not found where there are none', () => {
    expect(
      checkMessageBlocks([
        { type: 'section', text: mrkdwn(3000), accessory: button() },
        { type: 'header', text: plain(150) },
        {
          type: 'context',
          elements: [mrkdwn(10), { type: 'image', image_url: 'https://x.test/a.png', alt_text: 'a' }],
        },
        actions(
          button({ url: 'https://x.test', value: 'v' }),
          { type: 'users_select' },
          { type: 'timepicker', initial_time: '23:59' },
        ),
        input({ type: 'plain_text_input', multiline: true, max_length: 3000 }),
        { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] },
      ]),
    ).toEqual([]);
  });

  it('begin a union of forms with the line Slack writes', () => {
    expect(faults({ type: 'section', text: mrkdwn(3001) })[0]).toBe(
      'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
    );
  });

  it('allow 50 blocks in a message and 100 in a modal', () => {
    const many = (count: number) => Array(count).fill({ type: 'divider' });
    const modal = (count: number) => ({ type: 'modal', title: plain(5), blocks: many(count) });
    expect(checkMessageBlocks(many(51)).map(problemText)).toEqual([
      'no more than 50 items allowed [json-pointer:/blocks]',
    ]);
    expect(checkMessageBlocks(many(50))).toEqual([]);
    expect(checkView(modal(100), 'modal')).toEqual([]);
    expect(checkView(modal(101), 'modal').map(problemText)).toContain(
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    );
  });

  it('allow each block id once, and each action id once in a block', () => {
    const twice = [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ];
    expect(checkMessageBlocks(twice).map((each) => each.pointer)).toEqual(['/blocks/1/block_id']);
    const same = actions(button({ action_id: 'a' }), button({ action_id: 'a' }));
    expect(checkMessageBlocks([same]).map((each) => each.pointer)).toEqual([
      '/blocks/0/elements/1/action_id',
    ]);
  });
});

describe('limits of views', () => {
  const modal = (rest: object) =>
    checkView({ type: 'modal', title: plain(5), blocks: [], ...rest }, 'modal').map(problemText);

  it.each<[string, object, string]>([
    ['title', { title: plain(25) }, 'must be less than 25 characters [json-pointer:/view/title/text]'],
    ['submit', { submit: plain(25) }, 'must be less than 25 characters [json-pointer:/view/submit/text]'],
    ['close', { close: plain(25) }, 'must be less than 25 characters [json-pointer:/view/close/text]'],
    [
      'private_metadata',
      { private_metadata: 'x'.repeat(3001) },
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'callback_id',
      { callback_id: 'x'.repeat(256) },
      'must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
    ['an unknown field', { colour: 'red' }, 'invalid additional property: colour [json-pointer:/view]'],
    [
      'inputs without a submit button',
      { blocks: [input({ type: 'plain_text_input' })] },
      'missing required field: submit [json-pointer:/view]',
    ],
  ])('are kept for %s', (_name, rest, fault) => {
    expect(modal(rest)).toContain(fault);
  });

  it('name what an empty view lacks', () => {
    expect(checkView({ type: 'modal' }, 'modal').map(problemText)).toEqual([
      'failed to match all allowed schemas [json-pointer:/view]',
      'missing required field: title [json-pointer:/view]',
      'missing required field: blocks [json-pointer:/view]',
    ]);
  });

  it('keep a title out of a home tab', () => {
    expect(checkView({ type: 'home', blocks: [], title: plain(3) }, 'home').map(problemText)).toContain(
      'invalid additional property: title [json-pointer:/view]',
    );
  });
});
