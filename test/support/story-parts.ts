import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openProductPage, type ProductPage, type ProductPageSettings } from './product-page.ts';

export type StoryParts = {
  /** A part of the story. When it fails, how the page looked is in `.cache/browser`. */
  readonly part: (name: string, goesOn: (stage: ProductPage) => Promise<void>) => void;
};

/** Parts that follow each other at one page of one product, inside a `describe`. In the end nothing has broken in the page. */
export function storyParts(settings: ProductPageSettings = {}): StoryParts {
  let stage: ProductPage;
  let brokenAt: string | null = null;

  beforeAll(async () => {
    stage = await openProductPage(settings);
  });

  afterAll(async () => {
    const { problems } = stage;
    await stage.close();
    expect(problems).toEqual([]);
  });

  return {
    part(name, goesOn) {
      it(name, async () => {
        // What follows would only wait in vain, for a reason that has been told.
        if (brokenAt !== null) throw new Error(`The story ended before, at “${brokenAt}”.`);
        try {
          await goesOn(stage);
        } catch (error) {
          brokenAt = name;
          await stage.picture(name);
          throw error;
        }
      });
    },
  };
}
