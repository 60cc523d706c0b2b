/** A text field's text with something put in place of what is selected, and where the cursor stands afterwards. */
export interface Inserted {
  readonly text: string;
  readonly cursor: number;
}

/** Puts it at the cursor, apart from the words around it. */
export function insertText(field: HTMLTextAreaElement, piece: string): Inserted {
  const { value, selectionStart: from, selectionEnd: to } = field;
  const before = value.slice(0, from);
  const gap = before === '' || /[\s(]$/.test(before) ? '' : ' ';
  return { text: before + gap + piece + value.slice(to), cursor: from + gap.length + piece.length };
}

/** Puts a mark of mrkdwn around what is selected, or takes it away again. */
export function wrapSelection(
  field: HTMLTextAreaElement,
  mark: string,
): Inserted & { readonly anchor: number } {
  const { value, selectionStart: from, selectionEnd: to } = field;
  const size = mark.length;
  if (value.slice(from - size, from) === mark && value.slice(to, to + size) === mark) {
    const text = value.slice(0, from - size) + value.slice(from, to) + value.slice(to + size);
    return { text, anchor: from - size, cursor: to - size };
  }
  const text = value.slice(0, from) + mark + value.slice(from, to) + mark + value.slice(to);
  return { text, anchor: from + size, cursor: to + size };
}
