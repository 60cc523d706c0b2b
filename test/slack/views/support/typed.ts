import type { Audience } from '../../../../src/app/ports.ts';

/** Text as frightened, careless or hostile people type it. */
export const textsPeopleType: Readonly<Record<string, string>> = {
  'a plain sentence': 'I dropped the users table',
  'ten thousand characters': 'The table is gone and I do not know what to do now. '.repeat(200),
  'one word of ten thousand characters': 'a'.repeat(10_000),
  'ten thousand line breaks': 'help\n'.repeat(2_000),
  'text that would call everybody': '<!channel> <!here> <!everyone> <!subteam^S1|@ops> <@U_BOSS> @channel',
  'a link in disguise': '<https://evil.example|your bank> & <mailto:a@b.c|me>',
  'code blocks and markup': '```rm -rf /``` *bold* _it_ ~no~ `x` > quote\n> more\n```open',
  'right to left': 'حذفت جدول المستخدمين\u202e txt.exe \u2067عكس\u2069',
  'emoji and families': `${'😱'.repeat(2_000)}${'👩‍👩‍👧‍👦'.repeat(500)}:fire:`,
  'letters under ten thousand accents': `a${'\u0301'.repeat(10_000)}`,
  'only spaces': '   ',
  'half a character': '\ud83d broken \udc00',
  'JSON and ampersands': '{"a":"&amp;&lt;"} && || $(whoami)',
};

const marks: Readonly<Record<Audience, string>> = {
  engineer: 'ENGINEERONLY',
  helpers: 'HELPERSONLY',
  place: 'PLACEONLY',
  manager: 'MANAGERONLY',
  helpers_and_manager: 'READERSONLY',
};

/** A mark that is found again wherever text for this audience is shown. */
export const markOf = (audience: Audience): string => marks[audience];

type Typed = { readonly audience: Audience; readonly text: string };

/** The words of an incident, each with whom it is for: the text behind a mark of its audience. */
export function typedWords(text: string): ReadonlyMap<string, Typed> {
  const audiences: Readonly<Record<string, Audience>> = {
    happened: 'helpers',
    affected: 'helpers',
    note: 'helpers',
    review: 'helpers_and_manager',
    remark: 'engineer',
    asked: 'manager',
    replied: 'manager',
    title: 'place',
    summary: 'manager',
    'summary-2': 'manager',
    'summary-of-helper': 'helpers',
    'given-summary': 'helpers',
    step: 'place',
    'step-2': 'place',
    question: 'place',
  };
  return new Map(
    Object.entries(audiences).map(([id, audience]) => [
      id,
      { audience, text: `${markOf(audience)} ${text}` },
    ]),
  );
}
