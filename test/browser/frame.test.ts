import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { people } from '../../src/sandbox/seed.ts';
import { launchChromium } from '../support/chromium.ts';
import { openPage, type PageBench } from '../support/page-bench.ts';

jest.setTimeout(30_000);

describe('around the conversations of the page', () => {
  let browser: Browser;
  let bench: PageBench;
  let page: Page;

  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  const person = (id: string) => bench.sandbox.workspace().people.find((each) => each.id === id);
  const focused = (locator: Locator) => locator.and(page.locator(':focus')).waitFor();
  const composer = (id: string) => bench.composer(id);

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
  });

  beforeEach(async () => {
    bench = await openPage(browser);
    page = bench.page;
    await composer(people.alex).waitFor();
  });

  afterEach(async () => {
    await bench.close();
    expect(bench.problems).toEqual([]);
  });

  it('moves the clock for everybody, and says what time it is now', async () => {
    const before = bench.sandbox.clock.now();
    await press(/Pretend clock/);
    await page.getByText('Your own clock stays as it is').waitFor();
    await page.getByRole('menuitem', { name: 'An hour later' }).click();
    await page.getByRole('status').getByText('moved 1 hour ahead').waitFor();
    await page.getByRole('button', { name: /Pretend clock.*\+1h/ }).waitFor();
    expect(bench.sandbox.clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
  });

  it('moves the clock to the next morning of a person, in their zone', async () => {
    await press(/Pretend clock/);
    await page.getByRole('menuitem', { name: 'Tomorrow 09:00 for Morgan' }).click();
    await page
      .getByRole('status')
      .getByText(/9:00 AM for Morgan/)
      .waitFor();
    await bench
      .pane(people.morgan)
      .locator('.pane-header')
      .getByText(/9:00 AM/)
      .waitFor();
  });

  it('lets something go wrong once, and says that it waits, and that it is over', async () => {
    await press('Faults');
    await press('Once: A message is refused');
    await page.getByRole('button', { name: /Faults\s*1 active/ }).waitFor();
    await page.getByText('Waits for the next call').waitFor();
    await expect(
      bench.app.client.chat.postMessage({ channel: people.alex, text: 'x' }),
    ).rejects.toMatchObject({ data: { error: 'is_archived' } });
    await page.getByText('Waits for the next call').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await focused(page.getByRole('button', { name: 'Faults' }));
  });

  it('lets something go wrong until it is switched off', async () => {
    await press('Faults');
    const lost = page.getByRole('switch', { name: 'Until switched off: An event is lost' });
    await lost.click();
    await page.locator('[role="switch"][aria-checked="true"]').waitFor();
    const channels = page.getByRole('switch', { name: 'Until switched off: No new channels' });
    await channels.click();
    await page.getByRole('button', { name: /Faults\s*2 active/ }).waitFor();
    expect(bench.sandbox.workspace().policy.createChannels).toBe(false);
    await press('Switch all off');
    await page.getByText('Let something go wrong').waitFor();
    expect(bench.sandbox.workspace().faults).toEqual([]);
    expect(bench.sandbox.workspace().policy.createChannels).toBe(true);
  });

  it('switches a person’s do-not-disturb and presence, and shows both to them and the others', async () => {
    await bench.sandbox.person(people.alex).do({ do: 'openDm', users: [people.denny] });
    await press(/Denny Park.*status/);
    await page.getByRole('menuitemcheckbox', { name: /Do not disturb/ }).click();
    await page.getByRole('menuitemcheckbox', { name: /Offline/ }).click();
    await bench.pane(people.denny).locator('.pane-state').getByText('offline, notifications off').waitFor();
    await bench
      .pane(people.alex)
      .getByRole('button', { name: 'Denny Park (offline, notifications off)' })
      .waitFor();
    expect(person(people.denny)).toMatchObject({ presence: 'away', dnd: { start: '00:00' } });
    await page.getByRole('menuitemcheckbox', { name: /Do not disturb/ }).click();
    await bench.pane(people.denny).locator('.pane-state').getByText('offline', { exact: true }).waitFor();
    expect(person(people.denny)).toMatchObject({ dnd: null });
  });

  it('puts somebody else into a pane, and keeps that in the address', async () => {
    await press(/Morgan Lee.*status/);
    await page.getByRole('menuitemradio', { name: /Priya Nair/ }).click();
    await page.getByRole('region', { name: 'Priya Nair’s Slack' }).waitFor();
    expect(new URL(page.url()).searchParams.get('people')).toBe('alex,denny,priya');
  });

  it('jumps by keyboard to a person nobody has written to yet, and gives the focus back at Escape', async () => {
    await composer(people.denny).focus();
    await page.keyboard.press('Control+k');
    const field = bench.pane(people.denny).getByRole('combobox', { name: /Jump to/ });
    await focused(field);
    await page.keyboard.press('Escape');
    await focused(composer(people.denny));
    await page.keyboard.press('Control+k');
    await field.fill('mor');
    await page.keyboard.press('Enter');
    await bench.pane(people.denny).getByRole('textbox', { name: 'Message Morgan Lee' }).waitFor();
  });

  it('shows the traffic with who, what and how it ended, finds in it, and leaves secrets out', async () => {
    await press('Traffic');
    const traffic = page.getByRole('region', { name: 'Traffic' });
    await bench.sandbox.person(people.alex).command('#eng-platform', '/form', 'it broke');
    await traffic.getByRole('button', { name: /Command.*\/form.*Alex.*#eng-platform.*acknowledged/ }).click();
    const payload = traffic.getByRole('region', { name: 'Payload' });
    await payload.getByText('"text": "it broke"').waitFor();
    expect(await payload.innerText()).toContain('"trigger_id": "(left out)"');
    await traffic.getByRole('searchbox').fill('views.open');
    await traffic.getByText(/^1 of \d+ lines/).waitFor();
    await bench.app.client.chat.postMessage({ channel: 'C0NOWHERE', text: 'x' }).catch(() => undefined);
    await traffic.getByRole('searchbox').fill('');
    await traffic.getByLabel('Only errors').check();
    await traffic.getByRole('button', { name: /chat\.postMessage.*Failed: channel_not_found/ }).waitFor();
    await traffic.getByRole('button', { name: 'Clear' }).click();
    await traffic.getByText('Nothing yet').waitFor();
    await traffic.getByRole('searchbox').press('Escape');
    await focused(page.getByRole('button', { name: 'Traffic', exact: true }));
  });

  it('offers three things to try, puts a line where it belongs, and comes back when asked', async () => {
    await press(/Use the command/);
    await focused(composer(people.alex));
    expect(await composer(people.alex).inputValue()).toBe('/form i dropped the users table');
    await press(/Or press one button/);
    await page.getByRole('menuitem', { name: /Anywhere/ }).waitFor();
    await page.keyboard.press('Escape');
    await press('Hide the things to try');
    await page.reload();
    await composer(people.alex).waitFor();
    expect(await page.getByRole('complementary', { name: 'Things to try' }).count()).toBe(0);
    await press('Things to try');
    await page.getByRole('complementary', { name: 'Things to try' }).waitFor();
  });

  it('keeps a chosen theme', async () => {
    await press('Dark or light');
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await page.reload();
    await composer(people.alex).waitFor();
    const scheme = await page.evaluate('getComputedStyle(document.documentElement).colorScheme');
    expect(scheme).toBe('dark');
  });

  it('says that the app is missing, and that it is back', async () => {
    await bench.app.stop();
    await page.getByText('Oops is not connected').first().waitFor();
    await page.getByText('People can still write to each other').waitFor();
    await bench.app.start();
    await page.getByText('Oops is connected').waitFor();
    await page.getByText('People can still write to each other').waitFor({ state: 'detached' });
  });

  it('goes from pane to pane with F6, and between conversations with the arrow keys', async () => {
    await composer(people.alex).focus();
    await page.keyboard.press('F6');
    await focused(composer(people.denny));
    const sidebar = bench.pane(people.denny).getByRole('navigation');
    await sidebar.getByRole('button', { name: 'eng-platform' }).focus();
    await page.keyboard.press('ArrowDown');
    await focused(sidebar.getByRole('button', { name: 'general' }));
  });
});
