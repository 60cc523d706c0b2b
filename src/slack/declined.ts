/**
 * Not carried out, for a reason the person can understand: a rule, or something missing. The error boundary says the
 * sentence where they are looking; nothing is broken.
 */
export class Declined extends Error {
  readonly code = 'declined';
  /** What they read: plain, calm, with what to do next. */
  readonly sentence: string;
  /** The field it is about, in a form: Slack shows it there. */
  readonly blockId: string | undefined;

  constructor(sentence: string, blockId?: string) {
    super('declined');
    this.name = 'Declined';
    this.sentence = sentence;
    this.blockId = blockId;
  }
}
