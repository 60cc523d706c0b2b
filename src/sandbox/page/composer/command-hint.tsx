import { usePane } from '../state/pane-context.ts';

/** How a command is meant to go on, once it stands there and nothing follows it yet. */
export function CommandHint({ text }: { readonly text: string }) {
  const { workspace } = usePane();
  const typed = /^(\/\S+)\s+$/.exec(text)?.[1];
  const command = workspace.commands.find((each) => each.command === typed);
  if (!command) return null;
  return (
    <p class="command-hint">
      <strong>{command.command}</strong> {command.usageHint}
      {command.description ? <span class="command-about">{command.description}</span> : null}
    </p>
  );
}
