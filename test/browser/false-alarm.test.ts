import { describe, expect, jest } from '@jest/globals';
import { press } from '../support/page-person.ts';
import { moveClock, type ProductPage } from '../support/product-page.ts';
import { storyParts } from '../support/story-parts.ts';

jest.setTimeout(40_000);

const scare = 'oh no, i think i just deleted the production database';
const fine = 'It turned out fine. Asking was right.';

describe('two false alarms in one evening', () => {
  const { part } = storyParts();
  const cast = ({ person }: ProductPage) => ({
    alex: person('Alex Rivera'),
    denny: person('Denny Park'),
    morgan: person('Morgan Lee'),
  });

  part('is asked about a message that sounds like panic, under the message', async (stage) => {
    const { alex, denny } = cast(stage);
    await denny.openApp();
    await alex.write('eng-platform', scare);
    const thread = await alex.openThread(scare);
    await thread.getByRole('button', { name: 'Yes, get me a person' }).waitFor();
  });

  part('was the wrong database, which nobody uses: one tap, and it is one line', async (stage) => {
    const { alex } = cast(stage);
    const thread = alex.pane.getByRole('region', { name: 'Thread' });
    await press(thread, 'It’s nothing');
    const line = thread.getByRole('article').filter({ hasText: fine });
    await line.waitFor();
    expect(await line.getByRole('button', { name: /person|over|Continue/ }).count()).toBe(0);
    expect(await thread.getByRole('article').count()).toBe(2);
  });

  part('has woken nobody, also when the time to answer has long passed', async (stage) => {
    const { denny, morgan } = cast(stage);
    await moveClock(stage.page, 'Ten minutes later');
    for (const { pane } of [denny, morgan]) {
      expect(await pane.getByText('is asking for your help').count()).toBe(0);
      expect(await pane.getByRole('button', { name: /Oops.*new/ }).count()).toBe(0);
    }
  });

  part('is scared again and asks at once, so the mentor is on the way', async (stage) => {
    const { alex, denny } = cast(stage);
    await alex.write('eng-platform', '/oops the backups of billing are gone');
    await alex.window('First, a person').getByText('I have asked @Denny').waitFor();
    const ask = denny.message('is asking for your help');
    await ask.getByText('the backups of billing are gone').waitFor();
    // The first alarm never reached him: this is the only thing that he was asked.
    expect(await denny.pane.getByRole('article').filter({ hasText: 'is asking for your help' }).count()).toBe(
      1,
    );
  });

  part('finds the backups in another folder, and says that it turned out fine', async (stage) => {
    const { alex } = cast(stage);
    await press(alex.window('First, a person'), 'Close for now');
    await alex.openApp();
    await alex.message('OOPS-2').locator('[data-action-id="card_menu"]').click();
    await stage.page.getByRole('menuitem', { name: 'It turned out fine' }).click();
    await alex.message('OOPS-2').getByText(fine).waitFor();
    expect(await alex.pane.getByText('the backups of billing are gone').count()).toBe(0);
  });

  part('stands the mentor down with thanks, and the manager never hears of it', async (stage) => {
    const { denny, morgan } = cast(stage);
    await denny.message('OOPS-2 turned out fine. You do not need to come. Thank you.').waitFor();
    const ask = denny.message('is asking for your help');
    await ask.getByText('You can leave this. Thank you.').waitFor();
    expect(await ask.getByRole('button', { name: 'I’m with them' }).count()).toBe(0);
    await morgan.openApp();
    expect(await morgan.pane.getByText('OOPS-').count()).toBe(0);
  });
});
