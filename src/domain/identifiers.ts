/** A Slack workspace: `T…`, or `E….T…` where an enterprise stands above it. */
export type TeamId = string;
/** A Slack user, `U…` or `W…`. */
export type UserId = string;
/** A Slack conversation, `C…`, `G…` or `D…`. */
export type ChannelId = string;
/** A Slack message timestamp, `1700000000.000100`: an id within its channel. */
export type MessageTs = string;
export type IncidentId = string;
export type OfferId = string;
/** The row that holds something a person typed. Events carry this, never the text. */
export type WordsId = string;
/** `a1`, `a2` …: one request for help within an incident. */
export type AskId = string;
/** `s1`, `s2` …: one step of the plan within an incident. */
export type StepId = string;
/** `q1`, `q2` …: one question of a manager within an incident. */
export type QuestionId = string;
/** Milliseconds since the epoch, from the one clock. */
export type Instant = number;

export type YesNoUnknown = 'yes' | 'no' | 'unknown';
