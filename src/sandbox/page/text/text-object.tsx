import type { TextObject } from '@slack/types';
import { Mrkdwn } from './mrkdwn.tsx';
import { withEmoji } from './with-emoji.ts';

/** A text object's text where only plain text fits. */
export function plainText(text: TextObject | undefined): string {
  return text ? withEmoji(text.text) : '';
}

/** A text object, with or without markup. */
export function Text({ text }: { readonly text: TextObject }) {
  if (text.type === 'mrkdwn') return <Mrkdwn text={text.text} verbatim={text.verbatim === true} />;
  return (
    <div class="rich">
      <p>{text.emoji === false ? text.text : withEmoji(text.text)}</p>
    </div>
  );
}
