// Makes the pictures of the README from the running product: docs/*.png. `npm run pictures`
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from '../test/support/chromium.ts';
import { pageStory } from '../test/support/page-story.ts';
import { endProducts, freshFolder, startProduct } from '../test/support/product.ts';
import { root } from './fingerprint.mjs';

const docs = path.join(root, 'docs');
mkdirSync(docs, { recursive: true });
const picture = (/** @type {string} */ name) => ({ path: path.join(docs, `${name}.png`) });

const product = startProduct({ folder: freshFolder() });
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  await page.goto(await product.address);
  const story = pageStory(page);
  await story.criesOut();
  await story.wantsAPerson();
  await story.answersWhetherItGoesOn();
  // Nothing under the pointer, and no field with the focus.
  await page.mouse.move(0, 0);
  await story.firstWindow.screenshot(picture('window'));
  await story.answersWhatHappened();
  await story.answersImpact();
  const ask = story.denny.message('is asking for your help');
  await ask.getByText('SEV1').waitFor();
  await page.mouse.move(0, 0);
  await ask.screenshot(picture('mentor'));
  await story.mentorComes();
  await story.tellsTheManager();
  await story.plansARiskyStep();
  await story.closesTheWindow();
  await story.managerHasSeenIt();
  await page.mouse.move(0, 0);
  await page.screenshot(picture('sandbox'));
} finally {
  await browser.close();
  await endProducts();
}
