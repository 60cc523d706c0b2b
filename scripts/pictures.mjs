// Makes the pictures of the README from the running product: docs/*.png. `npm run pictures`, or some: `npm run pictures -- dark`
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pageStory } from '../test/support/page-story.ts';
import { openProductPage } from '../test/support/product-page.ts';
import { root } from './fingerprint.mjs';

const docs = path.join(root, 'docs');
mkdirSync(docs, { recursive: true });

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {import('playwright-core').Locator} [of] only this part of the page
 */
async function take(page, name, of) {
  // Nothing under the pointer, and nothing that only just came in.
  await page.mouse.move(0, 0);
  const dismiss = page.getByRole('button', { name: 'Dismiss notification' });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
  await (of ?? page).screenshot({ path: path.join(docs, `${name}.png`) });
}

/**
 * The evening, until a step waits for a second person.
 * @param {import('playwright-core').Page} page
 * @param {{ window?: () => Promise<void>, asked?: () => Promise<void> }} [stops]
 */
async function evening(page, stops = {}) {
  const story = pageStory(page);
  await page.getByRole('button', { name: 'Hide the things to try' }).click();
  await story.criesOut();
  await story.wantsAPerson();
  await story.answersWhetherItGoesOn();
  await stops.window?.();
  await story.answersWhatHappened();
  await story.answersImpact();
  await stops.asked?.();
  await story.mentorComes();
  await story.tellsTheManager();
  await story.plansARiskyStep();
  await story.closesTheWindow();
  await story.managerHasSeenIt();
  return story;
}

const wanted = process.argv.slice(2);
/**
 * A product and a page of its own, for some pictures.
 * @param {readonly string[]} names
 * @param {import('../test/support/product-page.ts').ProductPageSettings} settings
 * @param {(stage: import('../test/support/product-page.ts').ProductPage) => Promise<void>} goesOn
 */
async function session(names, settings, goesOn) {
  if (wanted.length > 0 && !names.some((name) => wanted.includes(name))) return;
  const stage = await openProductPage(settings);
  try {
    await goesOn(stage);
  } catch (error) {
    await stage.picture(`pictures ${names[0]}`);
    throw error;
  } finally {
    await stage.close();
  }
}

const wide = { width: 1600, height: 1000 };

await session(['sandbox', 'window', 'mentor', 'manager', 'traffic'], { viewport: wide }, async ({ page }) => {
  const story = pageStory(page);
  const ask = story.denny.message('is asking for your help');
  await evening(page, {
    window: () => take(page, 'window', story.firstWindow),
    asked: async () => {
      await ask.getByText('SEV1').waitFor();
      await take(page, 'mentor', ask);
    },
  });
  await take(page, 'manager', story.morgan.message('A summary from @Alex'));
  await take(page, 'sandbox');
  await page.getByRole('button', { name: 'Traffic', exact: true }).click();
  const traffic = page.getByRole('region', { name: 'Traffic' });
  await traffic
    .getByRole('button', { name: /view_submission|Form/ })
    .last()
    .waitFor();
  await take(page, 'traffic');
});

await session(['dark'], { viewport: wide, colorScheme: 'dark' }, async ({ page }) => {
  await evening(page);
  await take(page, 'dark');
});

await session(['narrow'], { viewport: { width: 390, height: 844 } }, async ({ page }) => {
  const { alex, denny, firstWindow, answersWhetherItGoesOn } = pageStory(page);
  await alex.write('eng-platform', '/oops i dropped the users table');
  await firstWindow.getByText('I have asked @Denny').waitFor();
  await denny.comesForward();
  await denny.openApp();
  await denny.message('is asking for your help').getByRole('button', { name: 'I’m with them' }).click();
  await denny.message('You are with @Alex').waitFor();
  await alex.comesForward();
  await answersWhetherItGoesOn();
  await firstWindow.getByText('@Denny is with you').waitFor();
  await take(page, 'narrow');
});
