import { keep, kept } from '../state/kept.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'theme';

/** What was chosen, or `system`. */
export function keptTheme(): Theme {
  const value = kept('local', storageKey);
  return themes.find((each) => each === value) ?? 'system';
}

/** Shows the page so; the tokens follow. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

/** Shows the page so from now on, in this browser. */
export function chooseTheme(theme: Theme): void {
  keep('local', storageKey, theme);
  showTheme(theme);
}
