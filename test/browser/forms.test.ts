import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { people } from '../../src/sandbox/seed.ts';
import { launchChromium } from '../support/chromium.ts';
import { openPage, type PageBench } from '../support/page-bench.ts';

jest.setTimeout(30_000);

const { alex } = people;

describe('forms at the page of the sandbox', () => {
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

  const window = (title: string): Locator => bench.pane(alex).getByRole('dialog', { name: title });

  it('chooses from a list by typing, and Escape closes the list but not the form', async () => {
    const { page, write } = bench;
    await write(alex, '/form');
    const field = window('A form').getByRole('combobox', { name: 'Your manager' });
    await field.click();
    await field.pressSequentially('eng man');
    const choices = page.getByRole('listbox', { name: 'Choices' });
    await choices.getByRole('option').first().getByText('Morgan Lee').waitFor();
    await field.press('Enter');
    await choices.waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('Morgan Lee');
    await field.press('ArrowDown');
    await choices.getByRole('option', { name: /Morgan Lee/, selected: true }).waitFor();
    await field.press('Escape');
    await choices.waitFor({ state: 'detached' });
    expect(await window('A form').isVisible()).toBe(true);
    expect(await field.inputValue()).toBe('Morgan Lee');
  });

  it('says when nothing is called what was typed, and keeps the choice', async () => {
    const { page, write } = bench;
    await write(alex, '/form');
    const field = window('A form').getByRole('combobox', { name: 'Your manager' });
    await field.click();
    await page.getByRole('listbox', { name: 'Choices' }).getByText('Denny Park').click();
    await field.click();
    await field.fill('nobody at all');
    await page.getByText('Nothing is called that.').waitFor();
    await field.press('Enter');
    await window('A form').getByLabel('What happened?').focus();
    expect(await field.inputValue()).toBe('Denny Park');
  });

  it('tells the app what is typed when the person pauses, and loses no letter meanwhile', async () => {
    const { sandbox, write } = bench;
    await write(alex, '/typing');
    const field = window('Tell me').getByLabel('Your words');
    await field.pressSequentially('I dropped the');
    await sandbox.until(() => sandbox.person(alex).view()?.values.words?.told === 'I dropped the', {
      what: 'the words',
    });
    await sandbox.clock.advance(1_000);
    await window('Tell me').getByText('Heard: I dropped the').waitFor();
    await field.pressSequentially(' users table');
    expect(await field.inputValue()).toBe('I dropped the users table');
    expect(
      sandbox.traffic().filter((entry) => entry.kind === 'envelope' && entry.type === 'interactive'),
    ).toHaveLength(1);
  });

  it('counts what is left before a field is full', async () => {
    const { write } = bench;
    await write(alex, '/typing');
    const field = window('Tell me').getByLabel('Your words');
    await field.fill('x'.repeat(36));
    await window('Tell me').getByText('4 left').waitFor();
    await field.fill('x'.repeat(43));
    await window('Tell me').getByText('3 too many').waitFor();
  });

  it('stacks three forms, and goes back one at a time with what was typed in each', async () => {
    const { page, pane, write } = bench;
    await write(alex, '/form');
    const field = pane(alex).getByLabel('What happened?');
    for (const title of ['A form', 'A second form']) {
      await window(title).getByLabel('What happened?').fill('more');
      await window(title).getByRole('button', { name: 'Next' }).click();
      await window('A second form').waitFor();
    }
    await pane(alex).getByText('on top of 2 more').waitFor();
    expect(await field.inputValue()).toBe('Deeper');
    await page.keyboard.press('Escape');
    await pane(alex).getByText('on top of 1 more').waitFor();
    expect(await field.inputValue()).toBe('more');
    await pane(alex).getByRole('button', { name: 'Close all' }).click();
    await pane(alex).getByRole('dialog').waitFor({ state: 'detached' });
  });
});
