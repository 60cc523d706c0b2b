import { describe, expect, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { choose, press } from '../support/page-person.ts';
import { moveClock, type ProductPage } from '../support/product-page.ts';
import { storyParts } from '../support/story-parts.ts';

jest.setTimeout(40_000);

const fright = 'i made the nightly report slow and i want to hide';
const summary = 'The nightly report takes hours. Denny is helping me. Nothing is lost.';

/** To the next day on which Morgan works. */
async function toTheNextWorkingMorning(page: Page): Promise<void> {
  for (let mornings = 0; mornings < 3; mornings += 1) {
    const said = await moveClock(page, 'Tomorrow 09:00 for Morgan');
    if (/(Mon|Tue|Wed|Thu|Fri) 9:00 AM for Morgan/.test(said)) return;
  }
  throw new Error('There was no working day.');
}

describe('a manager, the next morning', () => {
  const { part } = storyParts();
  const cast = ({ person }: ProductPage) => ({
    alex: person('Alex Rivera'),
    denny: person('Denny Park'),
    morgan: person('Morgan Lee'),
  });

  part('is not written to in the evening, as the engineer chose: it can wait', async (stage) => {
    const { alex, denny, morgan } = cast(stage);
    for (const person of [denny, morgan]) await person.openApp();
    await alex.write('eng-platform', `/oops ${fright}`);
    await press(denny.message('is asking for your help'), 'I’m with them');
    const first = alex.window('First, a person');
    await first.getByText('@Denny is with you').waitFor();
    await choose(first, 'Is it still happening?', 'No');
    await press(first, 'Next');
    const impact = alex.window('What is affected');
    await impact.getByLabel('What is affected?').fill('the nightly report');
    await impact.getByLabel('Something is slow').check();
    await press(impact, 'Next');
    await choose(impact, 'Who notices it?', 'Only people in the company');
    await choose(impact, 'Can it get worse by itself?', 'No');
    await choose(impact, 'Could personal data', 'No');
    await press(impact, 'Next');
    const telling = alex.window('Telling your manager');
    await telling.getByText('This can wait for working hours if you prefer.').waitFor();
    await telling.getByLabel('What they will read').fill(summary);
    await choose(telling, 'When should I send it?', 'At the start of their working day');
    await press(telling, 'Next');
    await press(alex.window('The plan'), 'Close for now');
  });

  part(
    'stays undisturbed when it is over the same evening; the engineer knows when it goes',
    async (stage) => {
      const { alex, denny, morgan } = cast(stage);
      await alex.openPrivateChannel();
      await alex.message('OOPS-1 · Open').getByText('@Morgan will be told').waitFor();
      await press(alex.message('OOPS-1 · Open'), 'It’s over');
      const card = alex.message('OOPS-1 · Over since');
      await card.getByText('@Morgan will be told').waitFor();
      await denny.message('Thank you for being with').waitFor();
      expect(await morgan.pane.getByRole('article').count()).toBe(0);
    },
  );

  part('reads it at nine, in their own zone: what to say first, then the engineer’s words', async (stage) => {
    const { morgan } = cast(stage);
    await toTheNextWorkingMorning(stage.page);
    const told = morgan.message('A summary from @Alex');
    await told.getByText(summary).waitFor();
    await told.getByText(/9:00 AM/).waitFor();
    const words = await told.innerText();
    expect(words.indexOf('What to say first')).toBeLessThan(words.indexOf(summary));
    await press(told, 'Seen');
    await told.getByText('You have marked this as seen').waitFor();
  });

  part('asks one question, and the engineer’s answer comes to them alone', async (stage) => {
    const { alex, denny, morgan } = cast(stage);
    await alex.openApp();
    await press(morgan.message('A summary from @Alex'), 'Ask a question');
    const asking = morgan.window('Ask a question');
    await asking.getByLabel('What would you like to know?').fill('Is today’s report right?');
    await press(asking, 'Send');
    const question = alex.message('@Morgan has a question');
    await question.getByText('Is today’s report right?').waitFor();
    await press(question, 'Answer');
    const answering = alex.window('Answer');
    await answering.getByLabel('Your answer').fill('Yes. I checked it with Denny.');
    await press(answering, 'Send');
    await morgan.message('@Alex has answered you').getByText('Yes. I checked it with Denny.').waitFor();
    expect(await denny.pane.getByText('Is today’s report right?').count()).toBe(0);
  });

  part('has something for their own boss, in which nobody is named', async (stage) => {
    const { morgan } = cast(stage);
    await press(morgan.message('A summary from @Alex'), 'Copy for my boss');
    const window = morgan.window('Copy for my boss');
    const text = await window.getByLabel('Ready to be copied').inputValue();
    expect(text).toContain('OOPS-1 is over.');
    expect(text).toContain('something is slow');
    expect(text).not.toMatch(/Alex|Denny|Morgan|@|report|hide/);
    await press(window, 'Done');
    await window.waitFor({ state: 'detached' });
  });

  part('never saw what was written in fright', async (stage) => {
    const { morgan } = cast(stage);
    expect(await morgan.pane.getByText('hide').count()).toBe(0);
  });
});
