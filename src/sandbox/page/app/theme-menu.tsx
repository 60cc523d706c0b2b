import { useState } from 'preact/hooks';
import { MoonIcon, SunIcon } from '../icons.tsx';
import { Menu } from '../menu/menu.tsx';
import { chooseTheme, keptTheme, themes } from './theme.ts';

const words = { system: 'As the system has it', light: 'Light', dark: 'Dark' } as const;

/** Dark or light. */
export function ThemeMenu() {
  const [theme, setTheme] = useState(keptTheme);
  return (
    <Menu
      label="Dark or light"
      class="icon-button theme-button"
      items={themes.map((each) => ({
        key: each,
        label: words[each],
        kind: 'choice' as const,
        checked: each === theme,
        onSelect: () => {
          chooseTheme(each);
          setTheme(each);
        },
      }))}
    >
      <span class="when-light">
        <SunIcon />
      </span>
      <span class="when-dark">
        <MoonIcon />
      </span>
    </Menu>
  );
}
