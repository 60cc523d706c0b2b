import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Notice, Outcome, PersonActionInput, Screen, Workspace } from '../../protocol.ts';
import type { ConfirmWords } from '../dialogs/confirm-dialog.tsx';
import type { Reader } from '../text/format-date.ts';

/** Where somebody looks within their Slack. */
export interface Spot {
  readonly channel: string;
  readonly threadTs: string | null;
  /** A message to bring into sight. */
  readonly ts: string | null;
  /** Of the app's conversation: its home instead of its messages. */
  readonly home: boolean;
}

/** What is there once for each person's pane. */
export interface PaneScope {
  readonly workspace: Workspace;
  readonly screen: Screen;
  readonly reader: Reader;
  readonly spot: Spot;
  /** Acts as this person; see `Desk.act`. */
  act(action: PersonActionInput): Promise<Outcome>;
  go(spot: Partial<Spot> & { readonly channel: string }): void;
  /** Asks yes or no, over everything in this pane. */
  confirm(words: ConfirmWords): Promise<boolean>;
  /** What Slack told this person and nobody has put away or shown elsewhere. */
  readonly openNotices: readonly Notice[];
  putAway(notice: number): void;
  /** This came of what the person did, and is shown there: its notice need not be shown again. */
  settleNotice(outcome: Outcome): void;
}

const Context = createContext<PaneScope | null>(null);
export const PaneScopeProvider = Context.Provider;

export function usePane(): PaneScope {
  const scope = useContext(Context);
  if (!scope) throw new Error('There is no pane around this component.');
  return scope;
}
