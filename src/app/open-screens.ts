import type { IncidentId, TeamId, UserId } from '../domain/identifiers.ts';
import type { Screen } from '../domain/phases.ts';

/** A window that somebody has open, as far as Oops knows: it may have been closed or sent meanwhile. */
export type OpenScreen = {
  readonly user: UserId;
  readonly screen: Screen;
  /** What this very drawing of the window is called: the next screen in the same window has another name. */
  readonly drawing: string;
};

export interface OpenScreenStore {
  /** One per person and incident: a later one takes the place of an earlier one. */
  rememberScreen(team: TeamId, incident: IncidentId, open: OpenScreen): Promise<void>;
  openScreens(team: TeamId, incident: IncidentId): Promise<readonly OpenScreen[]>;
  /** Forgets it, unless another drawing has taken its place. */
  forgetScreen(team: TeamId, incident: IncidentId, open: OpenScreen): Promise<void>;
}

/** Draws one open window anew, with what is true now; what stands in its fields stays. */
export interface ScreenPainter {
  /** `gone`: it was closed, or shows something else by now. */
  paint(team: TeamId, incident: IncidentId, open: OpenScreen): Promise<'painted' | 'gone' | 'failed'>;
}

/** Something happened that people with a window of this incident open should see there. Best effort: the card says it too. */
export async function refreshScreens(
  deps: { readonly store: OpenScreenStore; readonly painter: ScreenPainter },
  team: TeamId,
  incident: IncidentId,
): Promise<void> {
  const open = await deps.store.openScreens(team, incident);
  for (const screen of open) {
    const outcome = await deps.painter.paint(team, incident, screen);
    if (outcome === 'gone') await deps.store.forgetScreen(team, incident, screen);
  }
}
