import type {
  RichTextBlock,
  RichTextElement,
  RichTextList,
  RichTextPreformatted,
  RichTextQuote,
  RichTextSection,
} from '@slack/types';
import type { ComponentChildren } from 'preact';
import { emojiCharacter } from './emoji.ts';
import { Emoji } from './emoji-character.tsx';
import { Link } from './link.tsx';
import { LocalDate } from './local-date.tsx';
import { BroadcastMention, ChannelMention, GroupMention, UserMention } from './mentions.tsx';

function unicodeCharacter(codes: string): string {
  return codes
    .split('-')
    .map((code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .join('');
}

function EmojiElement({ name, unicode }: { readonly name: string; readonly unicode?: string }) {
  const character = emojiCharacter(name) ?? (unicode ? unicodeCharacter(unicode) : null);
  return character === null ? <>:{name}:</> : <Emoji name={name} character={character} />;
}

function bare(element: RichTextElement): ComponentChildren {
  switch (element.type) {
    case 'text':
      return element.text;
    case 'link':
      return <Link href={element.url}>{element.text || element.url}</Link>;
    case 'user':
      return <UserMention id={element.user_id} />;
    case 'channel':
      return <ChannelMention id={element.channel_id} />;
    case 'usergroup':
      return <GroupMention id={element.usergroup_id} />;
    case 'broadcast':
      return <BroadcastMention range={element.range} />;
    case 'emoji':
      return <EmojiElement name={element.name} unicode={element.unicode} />;
    case 'date':
      return <LocalDate seconds={element.timestamp} pattern={element.format} href={element.url ?? null} />;
    case 'color':
      return <code>{element.value}</code>;
    case 'team':
      return element.team_id;
  }
}

function Styled({ element }: { readonly element: RichTextElement }) {
  const { bold, italic, strike, code, underline } = element.style ?? {};
  let drawn: ComponentChildren = bare(element);
  if (code) drawn = <code>{drawn}</code>;
  if (underline) drawn = <u>{drawn}</u>;
  if (strike) drawn = <s>{drawn}</s>;
  if (italic) drawn = <em>{drawn}</em>;
  if (bold) drawn = <strong>{drawn}</strong>;
  return <>{drawn}</>;
}

function Elements({ elements }: { readonly elements: readonly RichTextElement[] }) {
  return (
    <>
      {elements.map((element, index) => (
        <Styled key={index} element={element} />
      ))}
    </>
  );
}

function RichList({ list }: { readonly list: RichTextList }) {
  const items = list.elements.map((item, index) => (
    <li key={index}>
      <Elements elements={item.elements} />
    </li>
  ));
  const level = list.indent ?? 0;
  return list.style === 'ordered' ? (
    <ol class="rich-list" data-level={level}>
      {items}
    </ol>
  ) : (
    <ul class="rich-list" data-level={level}>
      {items}
    </ul>
  );
}

type Part = RichTextSection | RichTextList | RichTextQuote | RichTextPreformatted;

function RichPart({ part }: { readonly part: Part }) {
  switch (part.type) {
    case 'rich_text_section':
      return (
        <p>
          <Elements elements={part.elements} />
        </p>
      );
    case 'rich_text_quote':
      return (
        <blockquote>
          <p>
            <Elements elements={part.elements} />
          </p>
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Elements elements={part.elements} />
        </pre>
      );
    case 'rich_text_list':
      return <RichList list={part} />;
  }
}

/** A `rich_text` block. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function RichText({ block }: { readonly block: RichTextBlock }) {
  return (
    <div class="rich">
      {block.elements.map((part, index) => (
        <RichPart key={index} part={part} />
      ))}
    </div>
  );
}
