/** What is needed of a Slack `message` event. https://docs.slack.dev/reference/events/message */
export type MessageFacts = {
  readonly subtype?: string | undefined;
  readonly user?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly text?: string | undefined;
  /** The message as it is now, in `message_changed`. */
  readonly message?: MessageFacts | undefined;
  /** The message as it was, in `message_changed`. */
  readonly previous_message?: MessageFacts | undefined;
};

/** Subtypes that are a person writing, with a file, to the channel as well, or as `/me`. */
const writing = new Set<string | undefined>([undefined, 'file_share', 'thread_broadcast', 'me_message']);

/** Slackbot writes as a user without a bot id. */
const SLACKBOT = 'USLACKBOT';

/**
 * True when a person has said something, or has changed the words of what they said. Bots, joins, topics, deletions and
 * everything else that Slack sends as a message are not; nor is `message_changed` for an unfurled link or a
 * bot's own edit, since no person's words change there.
 */
export function isPersonTalking(event: MessageFacts): boolean {
  if (event.subtype !== 'message_changed') return isWrittenByPerson(event);
  const { message, previous_message: previous } = event;
  if (message === undefined || previous === undefined) return false;
  return isWrittenByPerson(message) && (message.text ?? '') !== (previous.text ?? '');
}

function isWrittenByPerson({ subtype, user, bot_id }: MessageFacts): boolean {
  return writing.has(subtype) && bot_id === undefined && user !== undefined && user !== SLACKBOT;
}
