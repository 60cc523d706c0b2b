/** What a payload of Slack is about, without trusting its shape. */
export type Json = Readonly<Record<string, unknown>>;

/** The value under a path of keys; undefined when there is none. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let current: unknown = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = new Map<string, unknown>(Object.entries(current)).get(key);
  }
  return current;
}

/** The text under a path of keys; '' when there is none. */
export function text(value: unknown, ...path: readonly string[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

/** What it is called: `message`, `/oops`, `block_actions get_person`. */
export function nameOfPayload(payload: Json): string {
  const event = text(payload, 'event', 'type');
  if (event !== '') return event;
  const kind = text(payload, 'command') || text(payload, 'type');
  const what =
    text(payload, 'callback_id') ||
    text(payload, 'view', 'callback_id') ||
    text(payload, 'actions', '0', 'action_id');
  const action = text(payload, 'actions', '0', 'action_id');
  return [kind, kind === 'block_actions' ? action : what].filter(Boolean).join(' · ');
}

const placePaths: readonly (readonly string[])[] = [
  ['user'],
  ['user_id'],
  ['user', 'id'],
  ['users'],
  ['event', 'user'],
  ['event', 'message', 'user'],
  ['channel'],
  ['channel_id'],
  ['channel', 'id'],
  ['event', 'channel'],
  ['event', 'channel', 'id'],
];

/** Ids of the people and conversations that it concerns, each once. */
export function placesOf(payload: Json): string[] {
  const found = placePaths.flatMap((path) => text(payload, ...path).split(','));
  return [...new Set(found.filter((id) => /^[UWCDG][A-Z0-9]{2,}$/.test(id)))];
}

const secretKeys =
  /^(token|access_token|refresh_token|verification_token|authorization|client_secret|signing_secret|secret|password|response_url|response_urls|trigger_id|ticket)$/i;
const secretTexts = /\bx(?:ox[a-z]|app)-[\w-]{6,}|wss?:\/\/\S+|https?:\/\/\S*\/response\/\S+/g;

/** The same JSON value, with whatever lets somebody act as another left out. */
export function withoutSecrets(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(secretTexts, '(left out)');
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      secretKeys.test(key) ? '(left out)' : withoutSecrets(each),
    ]),
  );
}
