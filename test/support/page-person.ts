/** One person at their pane of the sandbox's page, who finds things as people do: by their names and what they say. */
import type { Locator, Page } from 'playwright-core';

export type PagePerson = {
  readonly pane: Locator;
  /** Writes in a channel; a line that begins with `/` is a command. */
  readonly write: (channel: string, text: string) => Promise<void>;
  /** Looks at the messages with Oops. */
  readonly openApp: () => Promise<void>;
  /** Opens the thread under the message that says this. */
  readonly openThread: (text: string) => Promise<Locator>;
  /** The newest message in view that says this. */
  readonly message: (text: string) => Locator;
  /** The window with this title. */
  readonly window: (title: string) => Locator;
};

export function pagePerson(page: Page, name: string): PagePerson {
  const pane = page.getByRole('region', { name: `${name}’s Slack` });
  const message = (text: string) => pane.getByRole('article').filter({ hasText: text }).last();
  const sidebar = pane.getByRole('navigation', { name: 'Conversations' });
  return {
    pane,
    message,
    window: (title) => pane.getByRole('dialog', { name: title }),
    async write(channel, text) {
      await sidebar.getByRole('button', { name: channel }).click();
      const composer = pane.getByRole('textbox', { name: `Message #${channel}` });
      await composer.fill(text);
      await composer.press('Enter');
    },
    async openApp() {
      await sidebar.getByRole('button', { name: 'Oops' }).click();
    },
    async openThread(text) {
      await message(text)
        .getByRole('button', { name: /repl(y|ies)/ })
        .first()
        .click();
      return pane.getByRole('region', { name: 'Thread' });
    },
  };
}
