import { useEffect, useMemo } from 'preact/hooks';
import { Blocks } from '../blocks/blocks.tsx';
import { performClick } from '../blocks/perform-click.ts';
import { type Surface, SurfaceProvider } from '../blocks/surface.ts';
import { usePane } from '../state/pane-context.ts';
import { useAttempt } from '../state/use-attempt.ts';

/** The app's home tab, as it was published for this person. */
export function HomeTab() {
  const pane = usePane();
  const { problem, attempt } = useAttempt();
  const { home } = pane.screen;
  useEffect(() => void attempt({ do: 'openHome', tab: 'home' }), []);
  const surface = useMemo(
    (): Surface => ({
      isForm: false,
      foldsText: false,
      value: (blockId, actionId) => home?.values[blockId]?.[actionId],
      errorOf: () => null,
      enter: () => undefined,
      click: (blockId, actionId, value) =>
        performClick(pane, { place: { in: 'home' }, blockId, actionId, value }),
    }),
    [pane, home],
  );
  if (!home) {
    return (
      <p class="empty-note">{problem ?? `${pane.workspace.bot.name} has published nothing here yet.`}</p>
    );
  }
  return (
    <div class="home-tab">
      <div class="home-blocks">
        <SurfaceProvider value={surface}>
          <Blocks blocks={home.blocks} />
        </SurfaceProvider>
      </div>
    </div>
  );
}
