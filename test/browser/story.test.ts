import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { type PageStory, pageStory } from '../support/page-story.ts';
import { endProducts, freshFolder, type Product, startProduct } from '../support/product.ts';

jest.setTimeout(40_000);

const pictures = path.resolve(import.meta.dirname, '../../.cache/browser');

describe('the evening of the story, in a browser, with the built product', () => {
  let browser: Browser;
  let page: Page;
  let folder: string;
  let product: Product;
  let story: PageStory;
  const problems: string[] = [];

  beforeAll(async () => {
    folder = freshFolder();
    product = startProduct({ folder });
    const [launched, address] = await Promise.all([launchChromium(), product.address]);
    browser = launched;
    page = await browser.newPage({ viewport: { width: 1680, height: 1050 } });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(address);
    story = pageStory(page);
  });

  afterAll(async () => {
    await browser?.close();
    await endProducts();
  });

  /** A part of the evening. When it fails, how the page looked is in `.cache/browser`. */
  function part(name: string, goesOn: () => Promise<void>): void {
    it(name, async () => {
      try {
        await goesOn();
      } catch (error) {
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: path.join(pictures, `${name}.png`) });
        throw error;
      }
    });
  }

  part('answers a cry for help under the message', () => story.criesOut());

  part('asks the mentor when the engineer wants a person', () => story.wantsAPerson());

  part('leads through what happened and what is affected', async () => {
    await story.answersWhetherItGoesOn();
    await story.answersWhatHappened();
    await story.answersImpact();
    expect(await story.seesTheDraft()).toContain('data is lost');
  });

  part('brings the mentor while the engineer writes', () => story.mentorComes());

  part('tells the manager, who lets the engineer know', async () => {
    await story.tellsTheManager();
    await story.managerHasSeenIt();
  });

  part('lets a step of confidence 2 wait for a second person', () => story.plansARiskyStep());

  part('shows everything again when the process was killed and started again', async () => {
    const { port } = new URL(await product.address);
    await product.kill();
    await page.getByText('Reconnecting to the sandbox').waitFor();
    product = startProduct({ folder, env: { PORT: port } });
    await product.address;
    await page.getByText('Reconnecting to the sandbox').waitFor({ state: 'detached' });
    await story.plan.getByText('waits for a second person').waitFor();
    await story.closesTheWindow();
  });

  part('lets the step be done when the mentor has checked it', async () => {
    await story.mentorApproves();
    await story.doesTheStep();
  });

  part('ends with everybody told', () => story.saysItIsOver());

  it('has told everybody everything once, and nothing broke in the page', async () => {
    const { alex, denny, morgan } = story;
    const oncePerPerson: readonly (readonly [typeof alex, string])[] = [
      [denny, 'is asking for your help'],
      [denny, 'A step waits for a second person'],
      [denny, 'Thank you for being with'],
      [morgan, 'A summary from @Alex'],
      [morgan, 'OOPS-1 is over.'],
      [alex, 'Denny is with you'],
      [alex, 'OOPS-1 is over.'],
    ];
    for (const [{ pane }, words] of oncePerPerson) {
      expect([words, await pane.getByRole('article').filter({ hasText: words }).count()]).toEqual([words, 1]);
    }
    expect(await morgan.pane.getByText('I dropped').count()).toBe(0);
    expect(problems).toEqual([]);
  });
});
