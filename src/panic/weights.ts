import type { CueName } from './cues.ts';

/**
 * What each cue adds to the two scores, in log-odds. Set by hand from a fit on written examples and on ordinary messages
 * of a public help channel (the irc-disentanglement data of J. K. Kummerfeld and others, 2019, CC BY 4.0), then rounded,
 * and moved where the examples had too few of a kind. A cue that speaks for trouble is never below zero and one that
 * speaks against it never above, so that more alarm never lowers a score; only doubt moves a message from panic to worry.
 */

type Weight = { readonly panic: number; readonly worry: number };

/** Where a message starts from: nearly all messages are ordinary. */
export const bias: Weight = { panic: -3, worry: -2.4 };

/** A clear cry for help; few enough false alarms to open a thread under a message. */
export const PANIC_FROM = 0.2;
/** Worth asking the author about, privately. */
export const WORRY_FROM = 0.5;

const w = (panic: number, worry: number): Weight => ({ panic, worry });

export const weights = {
  iDamaged: w(0.6, 0.7),
  damaged: w(0.4, 0),
  iActed: w(0.6, 0.9),
  startsWithDeed: w(0.2, 0.2),
  accident: w(0.7, 0.8),
  wrongThing: w(1.5, 1.4),
  production: w(1.5, 1.8),
  valuable: w(1.5, 1.4),
  everyone: w(1.7, 1.4),
  sentToAll: w(1.5, 1.3),
  secret: w(0.9, 0.7),
  exposedTo: w(1, 0.9),
  gone: w(1.3, 1),
  down: w(0.5, 0.3),
  spreading: w(0.6, 0.4),
  myDoing: w(0.4, 0.6),
  agentDid: w(1.5, 1.5),
  askHelp: w(2.1, 1.6),
  startsWithHelp: w(0.6, 0.5),
  endsWithHelp: w(0.6, 0.5),
  urgent: w(1.2, 0.9),
  howUndo: w(1.1, 0.7),
  distress: w(0.7, 0.5),
  fired: w(1.2, 1),
  repeats: w(0.2, 0.2),
  exclaims: w(0.3, 0.3),
  shouts: w(0.6, 0.5),
  broadcast: w(0.4, 0.4),
  hedges: w(-0.8, 0.3),
  unsure: w(0, 2.5),
  askCheck: w(-0.6, 3.4),
  question: w(0, 0.7),
  damageThatMatters: w(1, 0.6),
  damageWithCall: w(0.3, 0.4),
  deedThatMatters: w(1.3, 1.1),
  stateThatIsMine: w(1.9, 1.7),
  stateWithCall: w(0.5, 0.6),
  distressThatMatters: w(1.5, 1.3),
  doubtAboutDeed: w(0, 0.6),
  nothingHappened: w(-1.6, -1),
  past: w(-2.2, -2),
  hypothetical: w(-1, -1),
  planned: w(-1, -1),
  resolved: w(-1.2, -1),
  harmlessPlace: w(-2.2, -1.8),
  ownComputer: w(-1, -1.5),
  staging: w(-0.8, 0),
  everyday: w(-0.8, -0.8),
  joking: w(-1, -1),
  others: w(-1, -1),
  advice: w(-1, -1.2),
  howTo: w(-1, -1),
  notUrgent: w(-0.3, -0.5),
  negated: w(-1.2, -0.6),
  positive: w(-0.8, -0.8),
  machine: w(-0.8, -0.8),
  long: w(-0.3, -0.5),
  veryLong: w(-0.5, -0.5),
} as const satisfies Readonly<Record<CueName, Weight>>;
