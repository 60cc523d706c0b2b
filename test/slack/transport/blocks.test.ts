import { describe, expect, it } from '@jest/globals';
import * as blocks from '../../../src/slack/blocks.ts';

const long = '👩‍👩‍👧‍👦 long words & '.repeat(500);
const choices = Array.from({ length: 120 }, (_, n) => ({ value: `v${n}`, text: long, description: long }));

describe('a block', () => {
  it('is cut to the limits that Slack documents', () => {
    expect(blocks.section(long).text?.text.length).toBeLessThanOrEqual(3000);
    expect(blocks.section('x', { fields: Array(20).fill(long) }).fields).toHaveLength(10);
    expect(blocks.header(long).text.text.length).toBeLessThanOrEqual(150);
    expect(blocks.context(Array(20).fill('x')).elements).toHaveLength(10);
    expect(blocks.button('a', long).text.text.length).toBeLessThanOrEqual(75);
    expect(blocks.select('a', choices).options).toHaveLength(100);
    expect(blocks.select('a', choices).options?.[0]?.text.text.length).toBeLessThanOrEqual(75);
    expect(blocks.radios('a', choices).options).toHaveLength(10);
    expect(blocks.checkboxes('a', choices).options).toHaveLength(10);
    expect(blocks.overflow('a', choices).options).toHaveLength(5);
    expect(
      blocks.actions(Array.from({ length: 30 }, (_, n) => blocks.button(`b${n}`, 'x'))).elements,
    ).toHaveLength(25);
    expect(
      blocks.input('b', long, blocks.textInput('a'), { hint: long }).label.text.length,
    ).toBeLessThanOrEqual(2000);
    expect(
      blocks.modal({ title: long, submit: long, close: long, blocks: [] }).title.text.length,
    ).toBeLessThanOrEqual(24);
  });

  it('is never empty, since Slack refuses empty text', () => {
    expect(blocks.section('').text?.text).toBe(' ');
    expect(blocks.plain('').text).toBe(' ');
  });

  it('makes no links of its own from text', () => {
    expect(blocks.mrkdwn('https://example.com')).toEqual({
      type: 'mrkdwn',
      text: 'https://example.com',
      verbatim: true,
    });
  });
});

describe('a field', () => {
  it('is pre-filled with at most what fits in it', () => {
    expect(blocks.textInput('a', { initial: 'x'.repeat(200), maxLength: 100 }).initial_value).toHaveLength(
      100,
    );
    expect(blocks.textInput('a', { initial: '' }).initial_value).toBeUndefined();
  });

  it('is pre-filled only with what may be chosen', () => {
    const two = [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ];
    expect(blocks.radios('a', two, 'no').initial_option?.value).toBe('no');
    expect(blocks.radios('a', two, 'gone').initial_option).toBeUndefined();
    expect(blocks.checkboxes('a', two, ['yes', 'gone']).initial_options).toHaveLength(1);
    expect(blocks.checkboxes('a', two, []).initial_options).toBeUndefined();
    expect(blocks.select('a', two, { initial: 'yes' }).initial_option?.value).toBe('yes');
  });
});

describe('an id or value', () => {
  it('that is too long is refused, since cut it would mean something else', () => {
    expect(() => blocks.button('a', 'x', { value: 'v'.repeat(2001) })).toThrow('the value of a button');
    expect(() => blocks.option({ value: 'v'.repeat(76), text: 'x' })).toThrow('the value of an option');
    expect(() => blocks.divider()).not.toThrow();
    expect(() => blocks.header('x', 'b'.repeat(256))).toThrow('an id');
  });
});
