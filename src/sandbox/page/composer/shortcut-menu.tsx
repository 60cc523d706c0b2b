import { ShortcutIcon } from '../icons.tsx';
import { Menu } from '../menu/menu.tsx';
import { usePane } from '../state/pane-context.ts';

/** The lightning: global shortcuts of apps. */
export function ShortcutMenu({ onShortcut }: { readonly onShortcut: (callbackId: string) => void }) {
  const { workspace } = usePane();
  const items = workspace.shortcuts
    .filter((each) => each.type === 'global')
    .map((each) => ({
      key: each.callbackId,
      label: each.name,
      detail: each.description || workspace.bot.name,
      onSelect: () => onShortcut(each.callbackId),
    }));
  return (
    <Menu label="Shortcuts" class="icon-button" items={items} empty="The app has no global shortcuts.">
      <ShortcutIcon />
    </Menu>
  );
}
