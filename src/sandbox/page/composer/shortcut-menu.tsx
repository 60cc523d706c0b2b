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
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor">
        <path d="M9.5 1 3 9h4l-1 6 6.5-8h-4z" />
      </svg>
    </Menu>
  );
}
