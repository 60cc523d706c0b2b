import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { channels, people } from '../../src/sandbox/seed.ts';
import { launchChromium } from '../support/chromium.ts';
import { openPage, type PageBench } from '../support/page-bench.ts';
import { seriousProblems } from '../support/serious-problems.ts';

jest.setTimeout(60_000);

const { alex, denny } = people;

describe('talking for who cannot see or point', () => {
  let browser: Browser;
  let bench: PageBench;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(async () => {
    bench = await openPage(browser);
    await bench.composer(alex).waitFor();
  });
  afterEach(async () => {
    await bench.close();
    expect(bench.problems).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that hinders them in a conversation, in %s',
    async (colorScheme) => {
      const { sandbox, app, page, pane, message } = bench;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const person = sandbox.person(denny);
      await person.post(channels.engPlatform, 'Look :eyes: at `this`, @alex and @here:\n> a quote\n• a list');
      const asked = await sandbox.person(alex).post(channels.engPlatform, 'and this one has replies');
      if (asked.result !== 'done' || asked.ts === undefined) throw new Error('It was not posted.');
      await person.post(channels.engPlatform, 'a reply', { threadTs: asked.ts });
      await person.react(channels.engPlatform, asked.ts, 'heart');
      await app.client.chat.postEphemeral({ channel: channels.engPlatform, user: alex, text: 'Only a hint' });
      await message(alex, 'Only a hint').waitFor();
      await message(alex, 'has replies')
        .getByRole('button', { name: /1 reply/ })
        .click();
      await pane(alex).getByRole('region', { name: 'Thread' }).getByText('a reply').waitFor();
      expect(await seriousProblems(page, '.client')).toEqual([]);
    },
  );

  it('has nothing that hinders them in a form with an error and an open list', async () => {
    const { page, pane, write } = bench;
    await write(alex, '/form');
    const form = pane(alex).getByRole('dialog', { name: 'A form' });
    await form.getByLabel('What happened?').fill('nothing');
    await form.getByRole('button', { name: 'Next' }).click();
    await form.getByText('Please say a little more.').waitFor();
    await form.getByRole('combobox', { name: 'Your manager' }).click();
    await page.getByRole('listbox', { name: 'Choices' }).waitFor();
    expect(await seriousProblems(page, '.client')).toEqual([]);
  });

  it('has nothing that hinders them among the emoji', async () => {
    const { page, pane } = bench;
    await pane(alex).getByRole('button', { name: 'Emoji' }).click();
    await page.getByRole('combobox', { name: 'Search emoji' }).fill('heart');
    await page.getByRole('option', { name: 'heart', exact: true }).waitFor();
    expect(await seriousProblems(page, '.client')).toEqual([]);
  });

  it('lets them go from message to message with the arrow keys, and answer one', async () => {
    const { sandbox, page, pane, message } = bench;
    await sandbox.person(denny).post(channels.engPlatform, 'the older one');
    await sandbox.person(denny).post(channels.engPlatform, 'the newer one');
    await message(alex, 'the newer one').waitFor();
    await pane(alex).getByRole('log', { name: 'Messages in #eng-platform' }).focus();
    await page.keyboard.press('ArrowUp');
    await message(alex, 'the newer one').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('ArrowUp');
    await message(alex, 'the older one').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('t');
    const thread = pane(alex).getByRole('region', { name: 'Thread' });
    await thread.getByText('the older one').waitFor();
    await thread.getByRole('textbox', { name: 'Reply to thread' }).and(page.locator(':focus')).waitFor();
  });
});
