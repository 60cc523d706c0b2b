import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Sandbox } from '../../src/sandbox/surface.ts';
import { en } from '../../src/slack/words/en.ts';
import { people, startTestSandbox } from '../support/bot.ts';
import { endProducts, freshFolder, type Product, startProduct } from '../support/product.ts';
import { dmsTo } from '../support/reading-slack.ts';
import { type Acting, actingIn, hasAction } from './support/acting.ts';

jest.setTimeout(60_000);

const guide = readFileSync(new URL('../../docs/real-slack.md', import.meta.url), 'utf8');

/** The guide to a real workspace, step by step, with the local Slack in the place of slack.com. */
describe('the guide to a real workspace', () => {
  let sandbox: Sandbox;
  let acting: Acting;
  let product: Product;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    acting = actingIn(sandbox);
  });

  afterAll(async () => {
    await endProducts();
    await sandbox?.close();
  });

  const alex = () => sandbox.person(people.alex);
  const denny = () => sandbox.person(people.denny);

  it('starts with the two lines of .env that it names, and nothing else', async () => {
    const named = [...guide.matchAll(/^(SLACK_\w+)=x\w+-…$/gm)].map(([, name]) => name);
    expect(named).toEqual(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']);
    const env = [
      `SLACK_BOT_TOKEN=${sandbox.botToken}`,
      `SLACK_APP_TOKEN=${sandbox.appToken}`,
      // In the place of slack.com.
      `SLACK_API_URL=${sandbox.apiUrl()}`,
    ];
    product = startProduct({ folder: freshFolder({ '.env': env.join('\n') }) });
    const health = await product.address;
    expect((await fetch(health)).status).toBe(200);
  });

  it('asks whom to bring, since it knows nobody yet, and brings them', async () => {
    await alex().command('#general', '/oops', 'this is only a test');
    await acting.window(alex(), 'Who should I ask for you?');
    await alex().click({ in: 'view' }, 'name_helper', { value: people.denny });
    await acting.press(denny(), 'accept_ask');
    await acting.window(alex(), 'is with you');
  });

  it('ends with *It turned out fine*, and whoever was asked hears it', async () => {
    await alex().close({ all: true });
    const card = await sandbox.until(() => dmsTo(alex()).findLast((each) => hasAction(each, 'card_menu')), {
      what: 'the card',
    });
    const value = JSON.stringify(card.blocks).match(/fine:[\w-]+/)?.[0] ?? '';
    await alex().click(card, 'card_menu', { value });
    await acting.dm(denny(), 'turned out fine');
  });

  it('opens the lists of who helps whom', async () => {
    await alex().command('#general', '/oops', 'settings');
    await acting.window(alex(), en.settings.topicTitle('my_people'));
  });
});
