/** The built product and a browser at its page: what a story of people in the real page begins with. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { type PagePerson, pagePerson } from './page-person.ts';
import { endProducts, freshFolder, startProduct } from './product.ts';

const pictures = path.resolve(import.meta.dirname, '../../.cache/browser');

export type ProductPage = {
  readonly page: Page;
  /** Somebody in one of the panes: `Alex Rivera`. */
  readonly person: (name: string) => PagePerson;
  /** What broke in the page. */
  readonly problems: readonly string[];
  /** Keeps a picture of the page in `.cache/browser`, for when something fails. */
  readonly picture: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ProductPageSettings = {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** Who is in the panes, by their names in Slack: `alex,denny,priya`. */
  readonly people?: string;
};

export async function openProductPage(settings: ProductPageSettings = {}): Promise<ProductPage> {
  const { viewport = { width: 1680, height: 1050 }, colorScheme = 'light', people } = settings;
  const product = startProduct({ folder: freshFolder() });
  const [browser, address] = await Promise.all([launchChromium(), product.address]);
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  const start = new URL(address);
  if (people !== undefined) start.searchParams.set('people', people);
  await page.goto(start.href);
  return {
    page,
    person: (name) => pagePerson(page, name),
    problems,
    async picture(name) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: path.join(pictures, `${name}.png`) });
    },
    async close() {
      await browser.close();
      await endProducts();
    },
  };
}

/** Moves the pretend clock by one of its choices: `Ten minutes later`. Gives back what the page says of it. */
export async function moveClock(page: Page, by: string): Promise<string> {
  const putAway = page.getByRole('button', { name: 'Put this message away' });
  // What the last move said must not be taken for this one.
  if (await putAway.isVisible()) await putAway.click();
  await page.getByRole('button', { name: /Pretend clock/ }).click();
  await page.getByRole('menuitem', { name: by }).click();
  return page.getByRole('status').filter({ hasText: 'The pretend clock moved' }).innerText();
}
