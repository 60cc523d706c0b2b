import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { people } from '../../src/sandbox/seed.ts';
import { launchChromium } from '../support/chromium.ts';
import { openPage, type PageBench, type PageSettings } from '../support/page-bench.ts';

jest.setTimeout(40_000);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe calls serious or critical, in a line each. https://www.deque.com/axe/axe-core/ */
async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results: AxeResults = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    );
}

/** Everything that text can look like: unread and mentioned, sent, refused, in a thread. */
async function talk({ sandbox, app }: PageBench): Promise<void> {
  const alex = sandbox.person(people.alex);
  await alex.post('#eng-platform', 'hello @denny, see #random and `code` at https://example.com');
  const [message] = alex.history('#eng-platform');
  await sandbox.person(people.denny).post('#eng-platform', 'I am here', { threadTs: message?.ts ?? '' });
  await sandbox.person(people.morgan).react('#eng-platform', message?.ts ?? '', 'eyes');
  await app.client.chat.postMessage({ channel: people.denny, text: 'Alex needs you' });
  await app.client.chat.postEphemeral({ channel: 'C0ENGPLAT', user: people.alex, text: 'Only for you' });
}

describe.each(['light', 'dark'] as const)('the page in %s, looked at by axe', (colorScheme) => {
  let browser: Browser;
  let bench: PageBench;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
  });

  afterEach(async () => {
    await bench.close();
  });

  async function open(settings: PageSettings = {}): Promise<Page> {
    bench = await openPage(browser, { colorScheme, ...settings });
    await bench.composer(people.alex).waitFor();
    await talk(bench);
    await bench.page.getByText('Only for you').waitFor();
    return bench.page;
  }

  it('has nothing serious to say of the start page', async () => {
    expect(await seriousFindings(await open())).toEqual([]);
  });

  it('has nothing serious to say of an open modal', async () => {
    const page = await open();
    await bench.sandbox.person(people.alex).command('#eng-platform', '/form', 'it broke');
    await page.getByRole('dialog', { name: 'A form' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('has nothing serious to say of the traffic', async () => {
    const page = await open();
    await bench.sandbox.fault({ fault: 'slack_error', method: 'chat.postMessage', error: 'is_archived' });
    await bench.app.client.chat.postMessage({ channel: people.alex, text: 'x' }).catch(() => undefined);
    await page.getByRole('button', { name: 'Traffic', exact: true }).click();
    await page.getByRole('region', { name: 'Traffic' }).getByText('is_archived').waitFor();
    await page
      .getByRole('region', { name: 'Traffic' })
      .getByRole('button', { name: /is_archived/ })
      .click();
    await page.getByRole('region', { name: 'Arguments' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('has nothing serious to say of the faults, the clock and a person’s menu', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Faults' }).click();
    await page.getByRole('switch', { name: /An event is lost/ }).click();
    await page.getByRole('button', { name: 'Once: Slack is slow' }).click();
    await page.getByText('Waits for the next call').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Pretend clock/ }).click();
    await page.getByRole('menuitem', { name: 'Ten minutes later' }).click();
    await page.getByText('moved 10 minutes ahead').waitFor();
    await page.getByRole('button', { name: /Pretend clock/ }).click();
    await page.getByRole('menu').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Denny Park.*status/ }).click();
    await page.getByRole('menuitemcheckbox', { name: /Do not disturb/ }).click();
    await page.getByRole('menuitemcheckbox', { name: /Offline/ }).click();
    await bench.pane(people.denny).getByText('offline, notifications off').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('has nothing serious to say of a narrow screen, its sidebar and its quick switcher', async () => {
    const page = await open({ viewport: { width: 390, height: 844 } });
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Conversations', exact: true }).first().click();
    await page.getByRole('navigation', { name: 'Conversations of Alex' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /Jump to/ }).fill('den');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('has nothing serious to say when the app is missing', async () => {
    const page = await open();
    await bench.app.stop();
    await page.getByText('People can still write to each other').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });
});
