import { useMemo } from 'preact/hooks';
import type { ShownMessage } from '../../protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { performClick } from '../blocks/perform-click.ts';
import { type Surface, SurfaceProvider } from '../blocks/surface.ts';
import { BinIcon } from '../icons.tsx';
import { usePane } from '../state/pane-context.ts';
import { Foldable, isLong } from '../text/foldable.tsx';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import { Files } from './files.tsx';
import { isQuietLine } from './threads.ts';

/**
 * What a message says: its blocks, or its text when it has none. What people typed is drawn from its text, where their
 * `*stars*` and quotes still mean something.
 */
export function MessageBody({ message }: { readonly message: ShownMessage }) {
  const pane = usePane();
  const { channel, ts } = message;
  const surface = useMemo(
    (): Surface => ({
      isForm: false,
      foldsText: true,
      value: () => undefined,
      errorOf: () => null,
      enter: () => undefined,
      click: (blockId, actionId, value) =>
        performClick(pane, { place: { in: 'message', channel, ts }, blockId, actionId, value }),
    }),
    [pane, channel, ts],
  );
  if (message.subtype === 'tombstone') {
    return (
      <p class="message-gone">
        <BinIcon /> This message was deleted.
      </p>
    );
  }
  // Whose line it is stands above it already.
  const text = isQuietLine(message) ? message.text.replace(`<@${message.user}> `, '') : message.text;
  return (
    <div class="message-body">
      {message.isBot && message.blocks.length > 0 ? (
        <SurfaceProvider value={surface}>
          <Blocks blocks={message.blocks} />
        </SurfaceProvider>
      ) : text === '' ? null : (
        <Foldable long={isLong(text)}>
          <Mrkdwn text={text} />
        </Foldable>
      )}
      {message.edited ? <span class="message-edited">(edited)</span> : null}
      <Files files={message.files} />
    </div>
  );
}
