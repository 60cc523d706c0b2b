import { describe, expect, it } from '@jest/globals';
import { listed, listedAre } from '../../../src/slack/words/en/people.ts';
import { en } from '../../../src/slack/words/en.ts';
import { wordsFor } from '../../../src/slack/words/words.ts';
import { everySentence, keysOf } from './support/every-sentence.ts';

const said = everySentence(en).map(({ path, text }) => ({ path, text: String(text) }));

/** Slack's marks away: what a reader reads. */
const plain = (text: string) =>
  text
    .replace(/<![^|>]*\|([^>]*)>/g, '$1')
    .replace(/[*_>•☑☐▸]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const sentences = said.flatMap(({ path, text }) =>
  text
    .split('\n')
    .flatMap((line) => plain(line).split(/(?<=[.?!])\s+/))
    .filter((sentence) => sentence !== '')
    .map((sentence) => ({ path, sentence })),
);

/** The sentences of which something is true, to be compared with none. */
const where = (is: (sentence: string) => boolean) =>
  sentences.filter(({ sentence }) => is(sentence)).map(({ path, sentence }) => `${path}: ${sentence}`);

describe('everything Oops says', () => {
  it('is text, whatever it is called with', () => {
    const missing = everySentence(en).filter(({ text }) => typeof text !== 'string' || text.trim() === '');
    expect(missing.map(({ path }) => path)).toEqual([]);
    expect(said.filter(({ text }) => /undefined|null|NaN|\[object/.test(text))).toEqual([]);
  });

  it('is in short sentences: at most 24 words and 150 characters', () => {
    expect(where((sentence) => sentence.split(' ').length > 24 || sentence.length > 150)).toEqual([]);
  });

  it('promises nothing about jobs, and nothing that Oops cannot know', () => {
    const promises =
      /\bfired\b|\bsack(?:ed)?\b|lose your job|your job|\bsafe\b from|no consequences|won[’']t get in trouble|nobody will blame|will be (?:fine|okay|ok|all right)|everything (?:is|will be) (?:fine|okay|ok)|don[’']t worry|no worries|guarantee/i;
    expect(where((sentence) => promises.test(sentence))).toEqual([]);
  });

  it('asks the mentor not to promise anything about jobs', () => {
    expect(en.asking.promise).toContain('Please do not promise anything about jobs.');
  });

  it('is literal: no figures of speech', () => {
    const figures = [
      ...[
        'rain check',
        'hang in there',
        'hang on',
        'hit the',
        'ball',
        'on the same page',
        'boat',
        'touch base',
      ],
      ...[
        'loop',
        'heads up',
        'heads-up',
        'no sweat',
        'piece of cake',
        'fingers crossed',
        'break a leg',
        'firefight',
      ],
      ...[
        'put out',
        'on fire',
        'under the bus',
        'deep breath',
        'chill',
        'relax',
        'cheer up',
        'take it easy',
        'asap',
      ],
      ...[
        'dig in',
        'dive in',
        'kick off',
        'circle back',
        'ping',
        'war room',
        'all hands',
        'silver bullet',
        'red flag',
      ],
      ...[
        'at the end of the day',
        'means a lot',
        'got your back',
        'have your back',
        'in the weeds',
        'sit tight',
      ],
      ...[
        'we’ve all been there',
        'shit happens',
        'happens to the best',
        'learning opportunity',
        'oopsie',
        'whoops',
      ],
    ];
    const pattern = new RegExp(`\\b(?:${figures.join('|')})\\b`, 'i');
    expect(where((sentence) => pattern.test(sentence))).toEqual([]);
  });

  it('is calm: no exclamation marks, no capitals to shout with, no sirens, no emoji', () => {
    expect(where((sentence) => sentence.includes('!'))).toEqual([]);
    const shouting = /\b(?!OOPS\b|UTC\b|SEV\d?\b)[A-Z]{3,}\b/;
    expect(where((sentence) => shouting.test(sentence))).toEqual([]);
    expect(said.filter(({ text }) => /(?![☑☐▸•])\p{Extended_Pictographic}|:[a-z_]+:/u.test(text))).toEqual(
      [],
    );
    expect(
      where((sentence) =>
        /\b(?:urgent|alert|emergency|critical|panic|disaster|immediately)\b/i.test(sentence),
      ),
    ).toEqual([]);
  });

  it('blames nobody', () => {
    expect(
      where((sentence) =>
        /\b(?:culprit|guilty|careless|your fault|you broke|you caused|human error)\b/i.test(sentence),
      ),
    ).toEqual([]);
  });

  it('calls no channel together', () => {
    expect(
      said.filter(({ text }) => /@channel|@here|@everyone|<!(?:channel|here|everyone|subteam)/.test(text)),
    ).toEqual([]);
  });

  it('is written as in a book: one kind of apostrophe and quotation mark, no double spaces, no three dots', () => {
    expect(
      said.filter(({ text }) => /\w'\w|"|\.\.\.| {2}(?! )|\s$/.test(text.replaceAll('   ', ' '))),
    ).toEqual([]);
  });

  it('ends where a sentence ends, when it is more than one', () => {
    const several = said.filter(({ text }) => /[.?] [A-Z]/.test(text));
    expect(several.filter(({ text }) => !/[.?:”)]$/.test(plain(text)))).toEqual([]);
  });

  it('fits where it stands: titles 24 characters, buttons 75, options 75, lock screens 80', () => {
    const titles = [
      ...[
        en.screens.opening.title,
        en.screens.note.title,
        en.screens.resume.title,
        en.screens.chooseHelper.title,
      ],
      ...[en.telling.questionTitle, en.boss.title, en.questions.ask, en.questions.answer],
      ...[en.steps.changeTitle, en.steps.questionTitle, en.screens.retry.title],
      ...said.filter(({ path }) => path === 'screens.title').map(({ text }) => text),
    ];
    expect(titles.filter((title) => title.length > 24)).toEqual([]);
    const short = said.filter(({ path }) =>
      /^(?:card\.buttons|screens\.impact\.kind$|screens\.reach\.noticed$|screens\.escalation\.(?:when[NMA]|clock)|telling\.(?:approve|question)$|common\.severityMeaning|screens\.fix\.confidenceOf|steps\.(?:approve|question)$)/.test(
        path,
      ),
    );
    expect(short.filter(({ text }) => text.length > 75)).toEqual([]);
    expect(said.filter(({ path, text }) => /preview/i.test(path) && text.length > 80)).toEqual([]);
  });
});

describe('lists of people', () => {
  it.each([
    [['Mia'], 'Mia', 'Mia is'],
    [['Mia', 'Ben'], 'Mia and Ben', 'Mia and Ben are'],
    [['Mia', 'Ben', 'Cleo'], 'Mia, Ben and Cleo', 'Mia, Ben and Cleo are'],
  ])('read as English: %j', (people, row, verb) => {
    expect(listed(people)).toBe(row);
    expect(listedAre(people)).toBe(verb);
  });
});

describe('languages', () => {
  it.each(['en', 'en-GB', 'de-DE', 'ja-JP', 'xx', ''])('have every sentence: %s', (locale) => {
    expect(keysOf(wordsFor(locale)).toSorted()).toEqual(keysOf(en).toSorted());
  });
});
