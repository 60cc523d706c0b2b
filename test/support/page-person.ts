/** One person at their pane of the sandbox's page, who finds things as people do: by their names and what they say. */
import type { Locator, Page } from 'playwright-core';

export type PagePerson = {
  readonly pane: Locator;
  /** On a narrow screen, where one person is in front at a time: goes to this one, who has so many new messages. */
  readonly comesForward: (unread?: number) => Promise<void>;
  /** Writes in a channel; a line that begins with `/` is a command. */
  readonly write: (channel: string, text: string) => Promise<void>;
  /** Looks at the messages with Oops. */
  readonly openApp: () => Promise<void>;
  /** Goes to the private channel of those who are together. */
  readonly openPrivateChannel: () => Promise<void>;
  /** Opens the thread under the message that says this. */
  readonly openThread: (text: string) => Promise<Locator>;
  /** The newest message in view that says this. */
  readonly message: (text: string) => Locator;
  /** The window with this title. */
  readonly window: (title: string) => Locator;
  /** Turns one of the switches of this person: `Do not disturb`. */
  readonly turns: (name: string) => Promise<void>;
  /** Somebody else takes this pane. */
  readonly leavesThePaneTo: (name: string) => Promise<void>;
};

export function pagePerson(page: Page, name: string): PagePerson {
  const pane = page.getByRole('region', { name: `${name}’s Slack` });
  const message = (text: string) => pane.getByRole('article').filter({ hasText: text }).last();
  const sidebar = pane.getByRole('navigation', { name: 'Conversations' });
  const called = name.split(' ')[0] ?? name;

  /** Where there is no room for the sidebar, it is behind a button. */
  async function goTo(conversation: string | RegExp): Promise<void> {
    const toggle = pane.locator('button[aria-label="Conversations"]');
    await toggle.waitFor({ state: 'attached' });
    if (await toggle.isVisible()) await toggle.click();
    await sidebar.getByRole('button', { name: conversation }).click();
  }

  async function chooses(role: 'menuitemcheckbox' | 'menuitemradio', item: string): Promise<void> {
    await pane.getByRole('button', { name: /status, and who is in this pane/ }).click();
    await page.getByRole(role, { name: item }).click();
  }

  return {
    pane,
    message,
    window: (title) => pane.getByRole('dialog', { name: title }),
    async comesForward(unread) {
      const tabName = unread === undefined ? new RegExp(called) : new RegExp(`${called}.*\\b${unread} new`);
      await page.getByRole('tablist', { name: 'People' }).getByRole('tab', { name: tabName }).click();
      await pane.waitFor();
    },
    async write(channel, text) {
      await goTo(channel);
      const composer = pane.getByRole('textbox', { name: `Message #${channel}` });
      await composer.fill(text);
      await composer.press('Enter');
    },
    openApp: () => goTo(/^Oops(?!-)/),
    openPrivateChannel: () => goTo(/^oops-\d/),
    async openThread(text) {
      await message(text)
        .getByRole('button', { name: /repl(y|ies)/ })
        .first()
        .click();
      return pane.getByRole('region', { name: 'Thread' });
    },
    async turns(switchName) {
      await chooses('menuitemcheckbox', switchName);
      await page.keyboard.press('Escape');
    },
    leavesThePaneTo: (other) => chooses('menuitemradio', other),
  };
}

export const press = (within: Locator, name: string | RegExp): Promise<void> =>
  within.getByRole('button', { name }).click();

/** @param answer how the choice begins */
export const choose = (within: Locator, question: string, answer: string): Promise<void> =>
  within
    .getByRole('radiogroup', { name: question })
    .getByRole('radio', { name: new RegExp(`^${answer}\\b`) })
    .check();
