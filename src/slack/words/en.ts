import { answers } from './en/answers.ts';
import { asking } from './en/asking.ts';
import { boss } from './en/boss.ts';
import { card } from './en/card.ts';
import { closing } from './en/closing.ts';
import { common } from './en/common.ts';
import { failures } from './en/failures.ts';
import { handOff } from './en/hand-off.ts';
import { home } from './en/home.ts';
import { offers } from './en/offers.ts';
import { owners } from './en/owners.ts';
import { parts } from './en/parts.ts';
import { places } from './en/places.ts';
import { questions } from './en/questions.ts';
import { rooms } from './en/rooms.ts';
import { screens } from './en/screens.ts';
import { settings } from './en/settings.ts';
import { steps } from './en/steps.ts';
import { summary } from './en/summary.ts';
import { telling } from './en/telling.ts';

/** Everything that people read in Slack, in English. Other languages have the same shape. */
export const en = {
  answers,
  asking,
  boss,
  card,
  closing,
  common,
  failures,
  home,
  handOff,
  owners,
  parts,
  offers,
  places,
  questions,
  rooms,
  screens,
  settings,
  steps,
  summary,
  telling,
};

/** The shape of a language: one that misses a sentence does not compile. */
export type Words = typeof en;
