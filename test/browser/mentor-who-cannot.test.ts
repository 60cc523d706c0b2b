import { describe, jest } from '@jest/globals';
import { press } from '../support/page-person.ts';
import { moveClock, type ProductPage } from '../support/product-page.ts';
import { storyParts } from '../support/story-parts.ts';

jest.setTimeout(40_000);

describe('an evening on which nobody has time', () => {
  const { part } = storyParts({ people: 'alex,denny,priya' });
  const cast = ({ person }: ProductPage) => ({
    alex: person('Alex Rivera'),
    denny: person('Denny Park'),
    priya: person('Priya Nair'),
    sam: person('Sam Okafor'),
  });
  const askFor = 'is asking for your help';

  part('begins with a mentor who has switched his notifications off', async (stage) => {
    const { denny } = cast(stage);
    await denny.turns('Do not disturb');
    await denny.pane.getByText('notifications off').first().waitFor();
  });

  part('asks the next one at once, and the engineer is told why', async (stage) => {
    const { alex, denny, priya } = cast(stage);
    for (const person of [alex, denny, priya]) await person.openApp();
    await alex.write('eng-platform', '/oops i dropped the users table');
    await priya.message(askFor).getByText('i dropped the users table').waitFor();
    await alex.window('First, a person').getByText('@Priya').waitFor();
    await press(alex.window('First, a person'), 'Close for now');
    await alex.openApp();
    const news = alex.message('their notifications are off');
    await news.getByText('I messaged @Denny').waitFor();
    await news.getByText('I have asked @Priya as well.').waitFor();
  });

  part('has a second one who can come in ten minutes, and the engineer knows when', async (stage) => {
    const { alex, priya } = cast(stage);
    await press(priya.message(askFor), 'In 10 minutes; ask someone too');
    await priya.message(askFor).getByText('They know that you can come at').waitFor();
    await alex.message('@Priya can come at').waitFor();
  });

  part('knows of nobody else, so the engineer names somebody', async (stage) => {
    const { alex, denny, sam } = cast(stage);
    const window = alex.window('Who should I ask?');
    await denny.leavesThePaneTo('Sam Okafor');
    await sam.openApp();
    await press(alex.message('Who should I ask for you?'), 'Choose somebody');
    await window.getByLabel('A person').click();
    await alex.pane.getByRole('option', { name: /Sam Okafor/ }).click();
    await press(window, 'Ask them');
    await alex.message('I have asked @Sam').waitFor();
    await sam.message(askFor).getByText('i dropped the users table').waitFor();
  });

  part(
    'has a third one who cannot, which is fine and is said to the engineer without a reason',
    async (stage) => {
      const { alex, sam } = cast(stage);
      await press(sam.message(askFor), 'I can’t');
      await sam.message(askFor).getByText('That is fine. Thank you for answering.').waitFor();
      await alex.message('@Sam cannot come right now.').waitFor();
    },
  );

  part('reminds the second one when the ten minutes are over, and she comes', async (stage) => {
    const { alex, priya } = cast(stage);
    await moveClock(stage.page, 'Ten minutes later');
    const reminder = priya.message('Nobody is with @Alex yet. Can you come now?');
    await press(reminder, 'I’m with them');
    await alex.message('@Priya is with you').waitFor();
  });

  part('lets everybody else go, and the engineer’s card says who is there', async (stage) => {
    const { alex, denny, sam } = cast(stage);
    await sam.leavesThePaneTo('Denny Park');
    await denny.openApp();
    await denny.message(askFor).getByText('@Priya is with them. You can leave this.').waitFor();
    await alex.openPrivateChannel();
    await alex.message('OOPS-1 · Open').getByText('With you: @Priya').waitFor();
  });
});
