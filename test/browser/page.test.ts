import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { builtPage } from '../support/built-page.ts';
import { launchChromium } from '../support/chromium.ts';
import { scriptedManifest, startScriptedApp } from '../support/scripted-app.ts';

jest.setTimeout(30_000);

describe('the page of the sandbox', () => {
  let browser: Browser;
  let folder: string;
  let sandbox: Sandbox;
  let app: App;
  let page: Page;
  let address: string;
  const problems: string[] = [];

  const pane = (person: string): Locator => page.locator(`[data-person="${person}"]`);
  const composer = (person: string): Locator =>
    pane(person).getByRole('textbox', { name: 'Message #eng-platform' });
  const message = (person: string, text: string): Locator =>
    pane(person).getByRole('article').filter({ hasText: text });

  const envelopes = (type: 'slash_commands' | 'interactive') =>
    sandbox.traffic().filter((entry) => entry.kind === 'envelope' && entry.type === type);

  async function type(person: string, text: string): Promise<void> {
    await composer(person).fill(text);
    await composer(person).press('Enter');
  }

  async function start(port = 0): Promise<void> {
    sandbox = await startSandbox({
      manifest: scriptedManifest,
      pageDir: builtPage(),
      stateFile: path.join(folder, 'state.json'),
    });
    address = await sandbox.listen({ port });
    app = await startScriptedApp(sandbox);
  }

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
  });

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'page-test-'));
    await start();
    page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    page.setDefaultTimeout(10_000);
    problems.length = 0;
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(address);
    await composer(people.alex).waitFor();
  });

  afterEach(async () => {
    await page.close();
    await app.stop();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
    expect(problems).toEqual([]);
  });

  it('shows a message to everybody at once, each in their own time, and its words never become markup', async () => {
    await type(people.alex, 'this is <img src=x onerror=alert(1)> *bad*');
    await message(people.morgan, 'this is <img src=x onerror=alert(1)> bad').waitFor();
    const zones = await Promise.all(
      [people.alex, people.morgan].map((person) =>
        message(person, 'this is').locator('time').first().innerText(),
      ),
    );
    expect(zones[0]).not.toBe(zones[1]);
    expect(await pane(people.morgan).locator('.messages img').count()).toBe(0);
  });

  it('completes a slash command from the keyboard and opens its modal for that person only', async () => {
    await composer(people.alex).pressSequentially('/fo');
    await pane(people.alex)
      .getByRole('option', { name: /\/form/ })
      .waitFor();
    await composer(people.alex).press('Tab');
    await composer(people.alex).pressSequentially('the users table is gone');
    await composer(people.alex).press('Enter');
    const dialog = pane(people.alex).getByRole('dialog', { name: 'A form' });
    await dialog.waitFor();
    expect(await dialog.getByLabel('What happened?').inputValue()).toBe('the users table is gone');
    expect(await page.getByRole('dialog').count()).toBe(1);
    expect(await composer(people.alex).inputValue()).toBe('');
  });

  it('shows an error at its field, keeps what was typed, and takes the corrected form', async () => {
    await type(people.alex, '/form');
    const dialog = pane(people.alex).getByRole('dialog', { name: 'A form' });
    const field = dialog.getByLabel('What happened?');
    await field.fill('nothing');
    await dialog.getByLabel('Yes').check();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.locator('[data-block-id="what"]').getByText('Please say a little more.').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.and(page.locator(':focus')).waitFor();
    await field.fill('I dropped the users table');
    await field.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await pane(people.alex).getByRole('button', { name: 'Oops' }).first().click();
    await message(people.alex, 'Saved: I dropped the users table (yes)').waitFor();
  });

  it('refuses an incomplete form itself, without asking the app', async () => {
    await type(people.alex, '/form');
    const dialog = pane(people.alex).getByRole('dialog', { name: 'A form' });
    await dialog.getByLabel('What happened?').fill('');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.locator('[data-block-id="what"]').getByRole('alert').waitFor();
    expect(envelopes('interactive')).toEqual([]);
  });

  it('keeps what was typed when the app updates the form, and stacks a second form above the first', async () => {
    await type(people.alex, '/form');
    const pane1 = pane(people.alex);
    await pane1.getByLabel('What happened?').fill('more');
    await pane1.getByRole('button', { name: 'Rename' }).click();
    const renamed = pane1.getByRole('dialog', { name: 'Renamed' });
    await renamed.waitFor();
    expect(await renamed.getByLabel('What happened?').inputValue()).toBe('more');
    await renamed.getByRole('button', { name: 'Next' }).click();
    await pane1.getByRole('dialog', { name: 'A second form' }).waitFor();
    await page.keyboard.press('Escape');
    await renamed.waitFor();
    await page.keyboard.press('Escape');
    await renamed.waitFor({ state: 'detached' });
    await composer(people.alex).and(page.locator(':focus')).waitFor();
  });

  it('keeps the Tab key within an open form', async () => {
    await type(people.alex, '/form');
    const dialog = pane(people.alex).getByRole('dialog', { name: 'A form' });
    await dialog.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Tab');
    expect(await dialog.locator(':focus').count()).toBe(1);
  });

  it('says where the person clicked that the app did not answer', async () => {
    await type(people.alex, '/form');
    const dialog = pane(people.alex).getByRole('dialog', { name: 'A form' });
    const ignored = dialog.getByRole('button', { name: 'Ignored' });
    await ignored.click();
    await sandbox.until(() => envelopes('interactive').length > 0, { what: 'the click' });
    await ignored.and(page.locator('[aria-busy="true"]')).waitFor();
    await sandbox.clock.advance(3_000);
    await dialog.locator('[data-block-id="more"]').getByRole('alert').getByText('timed out').waitFor();
  });

  it('gives a command back when the app did not answer it', async () => {
    await type(people.alex, '/silent please');
    await sandbox.until(() => envelopes('slash_commands').length > 0, { what: 'the command' });
    await pane(people.alex).getByLabel('Working').waitFor();
    await sandbox.clock.advance(3_000);
    await pane(people.alex).getByRole('alert').getByText('operation_timeout').waitFor();
    expect(await composer(people.alex).inputValue()).toBe('/silent please');
  });

  it('answers in a thread, counts the replies, and refuses a command there as Slack does', async () => {
    await type(people.alex, 'I broke it');
    const theirs = message(people.denny, 'I broke it');
    await theirs.hover();
    await theirs.getByRole('button', { name: 'Reply in thread' }).click();
    const thread = pane(people.denny).getByRole('region', { name: 'Thread' });
    const reply = thread.getByRole('textbox', { name: 'Reply to thread' });
    await reply.fill('I am with you, @alex');
    await reply.press('Enter');
    await thread.getByText('I am with you, @Alex').waitFor();
    await message(people.alex, 'I broke it')
      .getByRole('button', { name: /1 reply/ })
      .click();
    await pane(people.alex).getByRole('region', { name: 'Thread' }).getByText('I am with you').waitFor();
    await reply.fill('/form');
    await reply.press('Enter');
    await thread.getByText('not supported in threads').waitFor();
  });

  it('runs a message shortcut and a global shortcut by keyboard', async () => {
    await type(people.alex, 'look at this');
    const menu = message(people.alex, 'look at this').getByRole('button', { name: 'More actions' });
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: /About this/ }).waitFor();
    await page.keyboard.press('Enter');
    const about = pane(people.alex).getByRole('dialog', { name: 'About it' });
    await about.waitFor();
    expect(await about.getByLabel('What happened?').inputValue()).toBe('look at this');
    await page.keyboard.press('Escape');
    await pane(people.alex).getByRole('button', { name: 'Shortcuts' }).click();
    await page.getByRole('menuitem', { name: /Anywhere/ }).click();
    await pane(people.alex).getByRole('dialog', { name: 'From anywhere' }).waitFor();
  });

  it('changes and deletes the person’s own message', async () => {
    await type(people.alex, 'hello @denny');
    const mine = message(people.alex, 'hello');
    await mine.hover();
    await mine.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Edit message' }).click();
    const editor = pane(people.alex).getByRole('textbox', { name: 'Edit message' });
    expect(await editor.inputValue()).toBe('hello @denny');
    await editor.fill('goodbye');
    await editor.press('Enter');
    await message(people.denny, 'goodbye').getByText('(edited)').waitFor();
    await message(people.alex, 'goodbye').hover();
    await message(people.alex, 'goodbye').getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: /Delete/ }).click();
    await pane(people.alex).getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await message(people.denny, 'goodbye').waitFor({ state: 'detached' });
  });

  it('shows an ephemeral message to one person, and what its button did', async () => {
    await app.client.chat.postEphemeral({
      channel: channels.engPlatform,
      user: people.alex,
      text: 'Approve?',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: 'Do you approve, <@U0ALEX>?' } },
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'approve', text: { type: 'plain_text', text: 'Approve' } }],
        },
      ],
    });
    const asked = message(people.alex, 'Do you approve, @Alex?');
    await asked.getByText('Only visible to you').waitFor();
    expect(await message(people.denny, 'Do you approve').count()).toBe(0);
    await asked.getByRole('button', { name: 'Approve' }).click();
    await message(people.alex, 'Approved.').waitFor();
  });

  it('asks before a button that wants it, and does nothing at no', async () => {
    await app.client.chat.postMessage({
      channel: channels.engPlatform,
      text: 'Erase?',
      blocks: [
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'erase',
              style: 'danger',
              text: { type: 'plain_text', text: 'Erase' },
              confirm: {
                title: { type: 'plain_text', text: 'Erase it all?' },
                text: { type: 'mrkdwn', text: 'This cannot be undone.' },
                confirm: { type: 'plain_text', text: 'Erase it' },
                deny: { type: 'plain_text', text: 'Keep it' },
              },
            },
          ],
        },
      ],
    });
    const clicks = () => envelopes('interactive');
    const erase = pane(people.denny).getByRole('button', { name: 'Erase' });
    await erase.click();
    const question = pane(people.denny).getByRole('alertdialog', { name: 'Erase it all?' });
    await question.getByRole('button', { name: 'Keep it' }).click();
    await erase.and(page.locator(':focus')).waitFor();
    expect(clicks()).toEqual([]);
    await erase.click();
    await question.getByRole('button', { name: 'Erase it' }).click();
    await sandbox.until(() => clicks().length === 1, { what: 'the click' });
  });

  it('marks what is unread and leads to it from the notification', async () => {
    await app.client.chat.postMessage({ channel: people.denny, text: 'Alex needs you' });
    await pane(people.denny)
      .getByRole('button', { name: /Oops\s*1 new/ })
      .waitFor();
    await pane(people.denny)
      .getByRole('button', { name: /Oops\s*Alex needs you/ })
      .click();
    await message(people.denny, 'Alex needs you').waitFor();
    await pane(people.denny).getByRole('button', { name: /1 new/ }).waitFor({ state: 'detached' });
  });

  it('shows the home that the app published for this person', async () => {
    await pane(people.alex).getByRole('button', { name: 'Oops' }).first().click();
    await pane(people.alex).getByRole('tab', { name: 'Home' }).click();
    await pane(people.alex).getByRole('heading', { name: 'Yours alone' }).waitFor();
  });

  it('loses nothing when the sandbox is restarted: not the composer, not an open form', async () => {
    await type(people.alex, '/form');
    const field = pane(people.alex).getByLabel('What happened?');
    await field.fill('typed before');
    await composer(people.denny).fill('half a sentence');
    const port = Number(new URL(address).port);
    await app.stop();
    await sandbox.close();
    await page.getByText('Reconnecting to the sandbox').waitFor();
    await field.fill('typed while it was away');
    await composer(people.denny).press('Enter');
    await pane(people.denny).getByRole('alert').getByText('not reachable').waitFor();

    await start(port);
    await page.getByText('Reconnecting to the sandbox').waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('typed while it was away');
    expect(await composer(people.denny).inputValue()).toBe('half a sentence');
    await pane(people.alex).getByRole('button', { name: 'Next' }).click();
    await composer(people.denny).press('Enter');
    await message(people.alex, 'half a sentence').waitFor();
    await pane(people.alex).getByRole('button', { name: 'Oops' }).first().click();
    await message(people.alex, 'Saved: typed while it was away (unknown)').waitFor();
  });

  it('shows one person at a time on a narrow screen', async () => {
    await page.setViewportSize({ width: 420, height: 900 });
    await page.getByRole('tab', { name: 'Denny' }).click();
    await composer(people.denny).waitFor();
    expect(await pane(people.alex).isVisible()).toBe(false);
  });

  // https://docs.slack.dev/reference/methods/chat.getPermalink
  it('opens at the message that a permalink names', async () => {
    const posted = await sandbox.person(people.denny).post('#random', 'look at this one');
    const ts = posted.result === 'done' ? (posted.ts ?? '') : '';
    await page.goto(`${address}/archives/${channels.random}/p${ts.replace('.', '')}`);
    await message(people.alex, 'look at this one').waitFor();
  });
});
