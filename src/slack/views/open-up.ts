import { createHash } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { Reading } from '../../app/ports.ts';
import { maskSecrets } from '../../domain/secrets.ts';
import { context, conversationSelect, divider, input, modal, section, textInput } from '../blocks.ts';
import { actionIds, viewIds } from '../ids.ts';
import { referView } from '../references.ts';
import type { Words } from '../words/words.ts';
import { card } from './card.ts';
import type { Block } from './parts.ts';

/** One sentence. */
const titleLimit = 150;

/** What was chosen and written; the reading is that of everybody in the channel, without what is only for helpers. */
export type Preview = { readonly channel: string; readonly title: string; readonly everybody: Reading };

/** What the person has seen before they open it up: nothing else is shown then. */
export function previewDigest({ channel, title }: Pick<Preview, 'channel' | 'title'>): string {
  return createHash('sha256')
    .update(JSON.stringify([channel, title]))
    .digest('base64url');
}

/** Where, and in which words; then exactly what everybody there will see. */
export function openUpWindow({ incident }: Reading, preview: Preview | null, words: Words): ModalView {
  const { places, common } = words;
  const shown = preview === null ? {} : { shown: previewDigest(preview) };
  return modal({
    ...{ title: places.openTitle, callbackId: viewIds.openUp, close: common.close },
    submit: preview === null ? places.preview : places.openNow,
    privateMetadata: referView({ incident: incident.id, version: incident.version, ...shown }),
    blocks: [
      section(places.openText),
      input(actionIds.openChannel, places.openChannel, conversationSelect(actionIds.openChannel)),
      input(
        actionIds.openSentence,
        places.openSentence,
        textInput(actionIds.openSentence, { maxLength: titleLimit }),
        { hint: places.openSentenceHint },
      ),
      ...(preview === null ? [] : previewOf(preview, words)),
    ],
  });
}

/** The card as the channel will have it, drawn by the same function; its buttons would act here, so they are left out. */
function previewOf({ channel, title, everybody }: Preview, words: Words): readonly Block[] {
  const sentence = 'preview';
  const { blocks } = card(
    {
      ...everybody,
      incident: {
        ...everybody.incident,
        place: { kind: 'channel', channel },
        placeChosen: true,
        title: sentence,
      },
      words: new Map([...everybody.words, [sentence, maskSecrets(title)]]),
    },
    words,
  );
  const shown = (blocks as readonly Block[]).filter(({ type }) => type !== 'actions');
  return [divider(), section(words.places.previewTitle), ...shown, context([words.places.previewText])];
}
