import path from 'node:path';
import type { Page } from 'playwright-core';

const script = path.resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/**
 * What axe finds on the page as it is now that hinders somebody seriously, one line each.
 * @param within a CSS selector of the parts to look at
 */
export async function seriousProblems(page: Page, within: string): Promise<string[]> {
  await page.addScriptTag({ path: script });
  const { violations }: AxeResult = await page.evaluate(`axe.run('${within}')`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
