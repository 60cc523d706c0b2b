import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { channels, people } from '../../src/sandbox/seed.ts';
import { launchChromium } from '../support/chromium.ts';
import { openPage, type PageBench } from '../support/page-bench.ts';

jest.setTimeout(30_000);

const { alex, denny } = people;

describe('talking at the page of the sandbox', () => {
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

  it('finds an emoji from the keyboard and puts it where one writes', async () => {
    const { page, pane, composer, message } = bench;
    await composer(alex).fill('well done');
    await pane(alex).getByRole('button', { name: 'Emoji' }).press('Enter');
    const search = page.getByRole('combobox', { name: 'Search emoji' });
    await search.and(page.locator(':focus')).waitFor();
    await search.fill('tada');
    await page.getByRole('option', { name: 'tada', selected: true }).waitFor();
    await search.press('Enter');
    await composer(alex).and(page.locator(':focus')).waitFor();
    expect(await composer(alex).inputValue()).toBe('well done :tada: ');
    await composer(alex).press('Enter');
    await message(denny, 'well done').getByRole('img', { name: 'tada' }).waitFor();
  });

  it('moves through all emoji with the arrow keys, and Escape leads back', async () => {
    const { page, pane } = bench;
    const button = pane(alex).getByRole('button', { name: 'Emoji' });
    await button.click();
    const search = page.getByRole('combobox', { name: 'Search emoji' });
    const active = page.getByRole('listbox', { name: 'Emoji' }).getByRole('option', { selected: true });
    const first = await active.getAttribute('aria-label');
    await search.press('ArrowRight');
    const second = await active.getAttribute('aria-label');
    expect(second).not.toBe(first);
    await search.press('ArrowDown');
    await search.press('ArrowUp');
    expect(await active.getAttribute('aria-label')).toBe(second);
    await page.keyboard.press('Escape');
    await search.waitFor({ state: 'detached' });
    await button.and(page.locator(':focus')).waitFor();
  });

  it('counts reactions, in the skin that somebody prefers', async () => {
    const { page, pane, message, write } = bench;
    await write(alex, 'I found it');
    await message(denny, 'I found it').hover();
    await message(denny, 'I found it').getByRole('button', { name: 'React', exact: true }).click();
    await page.getByRole('combobox', { name: 'Skin tone' }).selectOption('4');
    await page.getByRole('combobox', { name: 'Search emoji' }).fill('clap');
    await page.getByRole('option', { name: 'clap', exact: true }).click();
    const reaction = message(alex, 'I found it').getByRole('button', { name: /^clap/ });
    await reaction.getByText('👏🏽').waitFor();
    await reaction.click();
    await pane(denny).getByRole('button', { name: 'clap 2' }).waitFor();
    await reaction.click();
    await pane(denny).getByRole('button', { name: 'clap 1' }).waitFor();
  });

  it('suggests emoji while a name is typed', async () => {
    const { pane, composer } = bench;
    await composer(alex).pressSequentially('so :partying');
    await pane(alex).getByRole('option', { name: ':partying_face:' }).waitFor();
    await composer(alex).press('Tab');
    expect(await composer(alex).inputValue()).toBe('so :partying_face: ');
  });

  it('says how a command goes on', async () => {
    const { pane, composer } = bench;
    await composer(alex).pressSequentially('/form ');
    await pane(alex).getByText('[what happened]').waitFor();
  });

  it('draws emoji and Japanese with fonts of its own, and loads them only when there is something to draw', async () => {
    const { page, message, write } = bench;
    const loaded = (family: string) =>
      `[...document.fonts].some((font) => font.family.includes('${family}') && font.status === 'loaded')`;
    await write(alex, 'plain words');
    await message(denny, 'plain words').waitFor();
    expect(await page.evaluate(loaded('Noto Sans JP'))).toBe(false);
    await write(alex, ':wave: 日本語');
    await page.waitForFunction(loaded('Noto Sans JP'));
    await page.waitForFunction(loaded('Emoji'));
  });

  it('lets the up arrow change what one wrote last', async () => {
    const { page, pane, composer, message, write } = bench;
    await write(alex, 'first');
    await write(denny, 'not mine');
    await message(alex, 'not mine').waitFor();
    await composer(alex).press('ArrowUp');
    const editor = pane(alex).getByRole('textbox', { name: 'Edit message' });
    expect(await editor.inputValue()).toBe('first');
    await editor.fill('first, corrected');
    await editor.press('Enter');
    await message(denny, 'first, corrected').getByText('(edited)').waitFor();
    await composer(alex).and(page.locator(':focus')).waitFor();
  });

  it('folds a long text, and unfolds it', async () => {
    const { app, message } = bench;
    const lines = Array.from({ length: 40 }, (_, index) => `line ${index + 1}.`);
    await app.client.chat.postMessage({ channel: channels.engPlatform, text: lines.join('\n') });
    const long = message(alex, 'line 1.');
    const height = async () => (await long.boundingBox())?.height ?? 0;
    const folded = await height();
    await long.getByRole('button', { name: 'Show more' }).click();
    await long.getByRole('button', { name: 'Show less' }).waitFor();
    expect(await height()).toBeGreaterThan(folded * 2);
  });

  it('begins each line on the side of its own script', async () => {
    const { message, write } = bench;
    await write(alex, 'שלום לכולם');
    const words = message(denny, 'שלום לכולם').locator('.rich p');
    const [inner, outer] = await words.evaluate((element) => {
      const range = element.ownerDocument.createRange();
      range.selectNodeContents(element);
      return [range.getBoundingClientRect().right, element.getBoundingClientRect().right];
    });
    expect(Math.abs((outer ?? 0) - (inner ?? 0))).toBeLessThan(4);
  });

  it('opens the conversation of a permalink, and shows which message it names, each time', async () => {
    const { app, pane, message, write } = bench;
    await write(alex, 'this is where it began');
    await message(alex, 'this is where it began').waitFor();
    const [first] = bench.sandbox.person(alex).history(channels.engPlatform).slice(-1);
    const link = await app.client.chat.getPermalink({
      channel: channels.engPlatform,
      message_ts: first?.ts ?? '',
    });
    await app.client.chat.postMessage({ channel: denny, text: `See <${link.permalink}|their message>` });
    for (const _ of ['once', 'again']) {
      await pane(denny).getByRole('button', { name: 'Oops' }).first().click();
      await message(denny, 'See their message').getByRole('link', { name: 'their message' }).click();
      await pane(denny).locator('.message-target').getByText('this is where it began').waitFor();
    }
  });

  it('forgets what only one person was shown when the page is loaded anew', async () => {
    const { app, page, message, composer, write } = bench;
    await app.client.chat.postEphemeral({ channel: channels.engPlatform, user: alex, text: 'Only a hint' });
    await message(alex, 'Only a hint').waitFor();
    await page.reload();
    await composer(alex).waitFor();
    await write(alex, 'afterwards');
    await message(alex, 'afterwards').waitFor();
    expect(await message(alex, 'Only a hint').count()).toBe(0);
  });

  it('keeps the place of a deleted message that has replies', async () => {
    const { page, pane, message, write } = bench;
    await write(alex, 'never mind');
    await message(denny, 'never mind').hover();
    await message(denny, 'never mind').getByRole('button', { name: 'Reply in thread' }).click();
    const reply = pane(denny).getByRole('textbox', { name: 'Reply to thread' });
    await reply.fill('are you sure?');
    await pane(denny).getByLabel('Also send to #eng-platform').check();
    await reply.press('Enter');
    const broadcast = message(alex, 'are you sure?');
    await broadcast.getByRole('button', { name: 'never mind' }).waitFor();
    await message(alex, 'never mind').first().waitFor();
    const own = pane(alex).getByRole('article', { name: /^Alex/ }).filter({ hasText: 'never mind' });
    await own.getByRole('button', { name: /1 reply/ }).waitFor();
    await own.hover();
    await own.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: /Delete/ }).click();
    await pane(alex).getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await pane(alex).getByRole('article').getByText('This message was deleted.').first().waitFor();
    await pane(alex)
      .getByRole('button', { name: /1 reply/ })
      .waitFor();
  });

  it('sends a file with what is written, and shows it to the others', async () => {
    const { pane, composer, message } = bench;
    const form = pane(alex).getByRole('form', { name: 'Message #eng-platform' });
    await form.locator('input[type="file"]').setInputFiles({
      name: 'error.log',
      mimeType: 'text/plain',
      buffer: Buffer.from('the table is gone'),
    });
    await form.getByRole('button', { name: 'Remove error.log' }).waitFor();
    await composer(alex).fill('this is what I saw');
    await composer(alex).press('Enter');
    const file = message(denny, 'this is what I saw').getByRole('link', { name: /error\.log/ });
    await file.getByText('17 bytes').waitFor();
    const answer = await fetch(new URL((await file.getAttribute('href')) ?? '', bench.address));
    expect(await answer.text()).toBe('the table is gone');
    await form.getByRole('button', { name: 'Remove error.log' }).waitFor({ state: 'detached' });
  });
});
