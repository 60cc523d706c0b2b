/** A browser at the sandbox's page, with the scripted app behind it: what the tests of the page begin with. */
import type { App } from '@slack/bolt';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { builtPage } from './built-page.ts';
import { scriptedManifest, startScriptedApp } from './scripted-app.ts';

export interface PageBench {
  readonly sandbox: Sandbox;
  readonly app: App;
  readonly page: Page;
  readonly address: string;
  /** What broke in the page. */
  readonly problems: readonly string[];
  pane(person: string): Locator;
  composer(person: string): Locator;
  /** The newest message that says this, in that person's pane. */
  message(person: string, text: string): Locator;
  /** Writes in #eng-platform; a line that begins with `/` is a command. */
  write(person: string, text: string): Promise<void>;
  close(): Promise<void>;
}

export interface PageSettings {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
}

export async function openPage(browser: Browser, settings: PageSettings = {}): Promise<PageBench> {
  const { viewport = { width: 1600, height: 1000 }, colorScheme = 'light' } = settings;
  const sandbox = await startSandbox({ manifest: scriptedManifest, pageDir: builtPage() });
  const address = await sandbox.listen({ port: 0 });
  const app = await startScriptedApp(sandbox);
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  const pane = (person: string) => page.locator(`[data-person="${person}"]`);
  const composer = (person: string) => pane(person).getByRole('textbox', { name: 'Message #eng-platform' });
  await page.goto(address);
  return {
    sandbox,
    app,
    page,
    address,
    problems,
    pane,
    composer,
    message: (person, text) => pane(person).getByRole('article').filter({ hasText: text }).last(),
    async write(person, text) {
      await composer(person).fill(text);
      await composer(person).press('Enter');
    },
    async close() {
      await page.close();
      await app.stop();
      await sandbox.close();
    },
  };
}
