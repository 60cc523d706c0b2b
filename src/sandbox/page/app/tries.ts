import type { Workspace } from '../../protocol.ts';

/** Something to try first: a line to send, or a menu to open. */
export type Try =
  | { readonly kind: 'line'; readonly title: string; readonly text: string }
  | { readonly kind: 'shortcuts'; readonly title: string; readonly text: string };

/** Three things to try, as far as the app offers them. */
export function triesOf(workspace: Workspace): readonly Try[] {
  const [command] = workspace.commands;
  const shortcut = workspace.shortcuts.find((each) => each.type === 'global');
  const tries: readonly (Try | null)[] = [
    {
      kind: 'line',
      title: 'Blurt it out in a channel',
      text: 'oh no. i think i just deleted the production users table. am i going to be fired?',
    },
    command
      ? { kind: 'line', title: 'Use the command', text: `${command.command} i dropped the users table` }
      : null,
    shortcut ? { kind: 'shortcuts', title: 'Or press one button', text: `⚡ ${shortcut.name}` } : null,
  ];
  return tries.filter((each) => each !== null);
}
