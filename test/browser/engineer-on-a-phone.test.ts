import { describe, expect, jest } from '@jest/globals';
import { choose, press } from '../support/page-person.ts';
import type { ProductPage } from '../support/product-page.ts';
import { storyParts } from '../support/story-parts.ts';

jest.setTimeout(40_000);

const happened = 'I dropped the users table while helping billing.';

describe('the engineer, at night, with only a phone', () => {
  const { part } = storyParts({ viewport: { width: 390, height: 844 } });
  const cast = ({ person }: ProductPage) => ({
    alex: person('Alex Rivera'),
    denny: person('Denny Park'),
    morgan: person('Morgan Lee'),
    first: person('Alex Rivera').window('First, a person'),
  });

  part('types five letters, and one tap later a mentor has been asked', async (stage) => {
    const { alex, first } = cast(stage);
    await alex.write('eng-platform', '/oops');
    await press(first, 'Get me a person');
    await first.getByText('I have asked @Denny').waitFor();
  });

  part('writes what happened, and is told to stop first, before anything was sent', async (stage) => {
    const { first } = cast(stage);
    await first.getByLabel('What happened, in one sentence?').fill(happened);
    await choose(first, 'Is it still happening?', 'I don’t know');
    await first.getByText('Stop first.').waitFor();
  });

  part('closes the window in the middle of it, and later finds everything where it was', async (stage) => {
    const { alex, first } = cast(stage);
    await press(first, 'Close for now');
    await first.waitFor({ state: 'detached' });
    await alex.openApp();
    await press(alex.pane, 'Continue');
    expect(await first.getByLabel('What happened, in one sentence?').inputValue()).toBe(happened);
    expect(await first.getByLabel('I don’t know').isChecked()).toBe(true);
  });

  part('has a mentor, who sees a mark on the tab, what was written, and what to say first', async (stage) => {
    const { alex, denny } = cast(stage);
    await denny.comesForward(1);
    await alex.pane.waitFor({ state: 'hidden' });
    await denny.openApp();
    const ask = denny.message('is asking for your help');
    await ask.getByText('What to say first').waitFor();
    await press(ask, 'I’m with them');
    await ask.getByText('You are with @Alex').waitFor();
  });

  part(
    'reads in the window, which was left open, that the mentor is there; nothing is lost',
    async (stage) => {
      const { alex, first } = cast(stage);
      await alex.comesForward();
      await first.getByText('@Denny is with you').waitFor();
      expect(await first.getByLabel('What happened, in one sentence?').inputValue()).toBe(happened);
      await press(first, 'Next');
    },
  );

  part('answers what is affected, and has a first version for the manager', async (stage) => {
    const { alex } = cast(stage);
    const impact = alex.window('What is affected');
    await impact.getByLabel('What is affected?').fill('the users table');
    await impact.getByLabel('Data is lost').check();
    await press(impact, 'Next');
    await choose(impact, 'Who notices it?', 'Customers');
    await choose(impact, 'Can it get worse by itself?', 'No');
    await choose(impact, 'Could personal data', 'I don’t know');
    await press(impact, 'Next');
    const telling = alex.window('Telling your manager');
    await telling.getByText('SEV1, because').waitFor();
    expect(await telling.getByLabel('What they will read').inputValue()).toContain('Denny is helping me');
    await press(telling, 'Next');
    await press(alex.window('The plan'), 'Close for now');
  });

  part('has told the manager, who reads it on their own screen and says so', async (stage) => {
    const { alex, morgan } = cast(stage);
    await morgan.comesForward(1);
    await morgan.openApp();
    const summary = morgan.message('A summary from @Alex');
    await summary.getByText('data is lost').waitFor();
    expect(await morgan.pane.getByText(happened).count()).toBe(0);
    await press(summary, 'Seen');
    await alex.comesForward();
    await alex.message('@Morgan has read your summary').waitFor();
  });

  part('says that it is over, and whoever came is thanked', async (stage) => {
    const { alex, denny } = cast(stage);
    await alex.openPrivateChannel();
    await press(alex.message('OOPS-1 · Open'), 'It’s over');
    await alex.message('Please rest now').waitFor();
    await denny.comesForward();
    await denny.message('Thank you for being with').waitFor();
  });
});
