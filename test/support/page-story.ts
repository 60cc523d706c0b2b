/** The evening of the product's story at the sandbox's page, in the parts that a test or a picture strings together. */
import type { Page } from 'playwright-core';
import { choose, pagePerson, press } from './page-person.ts';

const cry = 'oh no. i think i just deleted the production users table. am i going to be fired?';
const riskyStep = 'Restore last night’s backup beside the live database';

export function pageStory(page: Page) {
  const alex = pagePerson(page, 'Alex Rivera');
  const denny = pagePerson(page, 'Denny Park');
  const morgan = pagePerson(page, 'Morgan Lee');
  const thread = alex.pane.getByRole('region', { name: 'Thread' });
  const firstWindow = alex.window('First, a person');
  const plan = alex.window('The plan');

  return {
    ...{ alex, denny, morgan, thread, firstWindow, plan },

    /** Alex blurts it out, and Oops asks under the message whether a person is wanted. */
    async criesOut(): Promise<void> {
      await alex.write('eng-platform', cry);
      await alex.openThread(cry);
      await thread.getByRole('button', { name: 'Yes, get me a person' }).waitFor();
    },

    /** One tap, and the mentor has been asked; the first window opens. */
    async wantsAPerson(): Promise<void> {
      await denny.openApp();
      await press(thread, 'Yes, get me a person');
      await denny.message('is asking for your help').getByText(cry).waitFor();
      await firstWindow.getByText('I have asked @Denny').waitFor();
    },

    /** What to do now appears at once, before anything is sent. */
    async answersWhetherItGoesOn(): Promise<void> {
      await choose(firstWindow, 'Is it still happening?', 'I don’t know');
      await firstWindow.getByText('Stop first.').waitFor();
    },

    async answersWhatHappened(): Promise<void> {
      await firstWindow
        .getByLabel('What happened, in one sentence?')
        .fill('I dropped the users table while helping billing.');
      await press(firstWindow, 'Next');
    },

    async answersImpact(): Promise<void> {
      const window = alex.window('What is affected');
      await window.getByLabel('What is affected?').fill('the users table');
      await window.getByLabel('Data is lost').check();
      await choose(window, 'Where should this be?', 'Here, in this thread');
      await press(window, 'Next');
      await choose(window, 'Who notices it?', 'Customers');
      await choose(window, 'Can it get worse by itself?', 'Yes');
      await choose(window, 'Could personal data', 'I don’t know');
      await press(window, 'Next');
    },

    /** The severity and its reason are there, and a first version for the manager, which is given back. */
    async seesTheDraft(): Promise<string> {
      const window = alex.window('Telling your manager');
      await window.getByText('SEV1, because').waitFor();
      return window.getByLabel('What they will read').inputValue();
    },

    async tellsTheManager(): Promise<void> {
      const window = alex.window('Telling your manager');
      await morgan.openApp();
      await window.getByLabel('What they will read').fill('We lost the users table. Denny is helping me.');
      await press(window, 'Next');
      await plan.getByText('What has helped others: Data was deleted').waitFor();
      await morgan.message('A summary from @Alex').getByText('We lost the users table.').waitFor();
    },

    async mentorComes(): Promise<void> {
      const ask = denny.message('is asking for your help');
      await press(ask, 'I’m with them');
      await ask.getByText('You are with @Alex').waitFor();
      await thread.getByText('@Denny is with you').waitFor();
    },

    async managerHasSeenIt(): Promise<void> {
      const summary = morgan.message('A summary from @Alex');
      await press(summary, 'Seen');
      await summary.getByText('You have marked this as seen').waitFor();
      // What concerns only the engineer comes to them alone, not into the thread.
      await alex.pane.getByRole('button', { name: /Oops: news about your summary/ }).waitFor();
    },

    /** A step that Alex is not sure of: it waits, and Denny is asked to read it. */
    async plansARiskyStep(): Promise<void> {
      await plan.getByLabel('The next step').fill(riskyStep);
      await plan.getByLabel('How sure are you').click();
      await alex.pane.getByRole('option', { name: '2: not very sure' }).click();
      await choose(plan, 'Can it be undone?', 'Yes');
      await press(plan, 'Add this step');
      await plan.getByText('waits for a second person').waitFor();
      await denny.message('A step waits for a second person').getByText(riskyStep).waitFor();
    },

    async closesTheWindow(): Promise<void> {
      await press(plan, 'Close for now');
      await plan.waitFor({ state: 'detached' });
    },

    async mentorApproves(): Promise<void> {
      const check = denny.message('A step waits for a second person');
      await press(check, 'Looks good; I know this system');
      await check.getByText('You have checked this step').waitFor();
      await thread.getByText('@Denny has checked a step').waitFor();
    },

    async doesTheStep(): Promise<void> {
      await press(thread, 'Open the plan');
      await plan.getByText('@Denny has checked it').waitFor();
      await press(plan, 'Start');
      await plan.getByText('in progress').waitFor();
      await press(plan, 'Done');
      await plan.getByText('done', { exact: true }).waitFor();
      await press(plan, 'Close for now');
      await plan.waitFor({ state: 'detached' });
      await thread.getByText('1 of 1 steps done').waitFor();
    },

    async saysItIsOver(): Promise<void> {
      await press(thread, 'It’s over');
      await thread.getByText('OOPS-1 is over.').waitFor();
      await denny.message('Thank you for being with').waitFor();
      await morgan.message('OOPS-1 is over.').waitFor();
    },
  };
}

export type PageStory = ReturnType<typeof pageStory>;
