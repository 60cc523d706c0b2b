import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { refusalOf } from './support/refusal-of.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

/** https://docs.slack.dev/reference/methods/blocks.validate */
describe('blocks.validate', () => {
  let sandbox: Sandbox;
  let client: WebClient;

  beforeAll(async () => {
    ({ sandbox, client } = await openSandbox());
  });

  afterAll(() => closeSandbox(sandbox));

  const text = (value: string) => ({ type: 'plain_text', text: value });
  const section = { type: 'section', text: text('Hello') };
  const modal = { type: 'modal', title: text('My modal'), blocks: [section] };
  const validate = (given: Record<string, unknown>) => client.apiCall('blocks.validate', given);

  it.each([
    ['blocks', { blocks: [section] }],
    ['a message', { message: { text: 'Hello', blocks: [section] } }],
    ['a message of text alone', { message: { text: 'Hello' } }],
    ['a modal', { view: modal }],
    ['a home tab', { view: { type: 'home', blocks: [section] } }],
  ])('accepts %s', async (_what, given) => {
    expect(await validate(given)).toEqual(expect.objectContaining({ ok: true }));
  });

  it.each([
    ['invalid_blocks', { blocks: [{ type: 'section', text: text('x'.repeat(3001)) }] }, '/0/text/text'],
    ['invalid_blocks', { blocks: [section, { type: 'carrousel' }] }, '/1/type'],
    ['invalid_message', { message: { blocks: [{ type: 'header', text: text('') }] } }, '/blocks/0/text/text'],
    ['invalid_message', { message: {} }, '/'],
    ['invalid_view', { view: { ...modal, title: text('x'.repeat(25)) } }, '/title/text'],
    ['invalid_view', { view: { type: 'home', title: text('No'), blocks: [] } }, ''],
    ['invalid_view', { view: 'not json' }, '/'],
  ])('answers %s and where: %j', async (error, given, pointer) => {
    const refusal = await refusalOf(validate(given));
    expect(refusal.error).toBe(error);
    const fault = { code: expect.any(String), message: expect.any(String) };
    const where = pointer === '' ? {} : { pointer };
    expect(refusal.data).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ ...fault, ...where })]),
    });
  });

  it('tells what would have been allowed', async () => {
    const { data } = await refusalOf(validate({ blocks: [{ type: 'carrousel' }] }));
    expect(data).toMatchObject({
      errors: [
        { constraint: { type: 'enum', expected: expect.arrayContaining(['section']), got: 'carrousel' } },
      ],
    });
  });

  it('takes exactly one of the three, and shows nobody anything', async () => {
    for (const given of [{}, { blocks: [section], view: modal }]) {
      expect(await refusalOf(validate(given))).toMatchObject({ error: 'invalid_arguments' });
    }
    expect(sandbox.workspace().conversations).toHaveLength(5);
  });
});
