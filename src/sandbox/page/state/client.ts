import type {
  AdminActionInput,
  AdminAnswer,
  ControlError,
  Outcome,
  PersonActionInput,
  Screen,
  Traffic,
  Workspace,
} from '../../protocol.ts';
import { Unreachable } from './unreachable.ts';

async function request<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, cache: 'no-store' });
  } catch {
    throw new Unreachable('The sandbox does not answer.');
  }
  if (response.status >= 502) throw new Unreachable('The sandbox does not answer.');
  if (!response.ok) {
    const problem: Partial<ControlError> = await response.json().catch(() => ({}));
    throw new Error([problem.error ?? `HTTP ${response.status}`, ...(problem.issues ?? [])].join(': '));
  }
  try {
    return await response.json();
  } catch {
    throw new Unreachable('The sandbox stopped in the middle of an answer.');
  }
}

const sending = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const person = (user: string) => `/control/people/${encodeURIComponent(user)}`;

/** The control API of the sandbox, as the page uses it. Every call throws {@link Unreachable} when it is down. */
export const client = {
  workspace: (): Promise<Workspace> => request('/control/workspace'),
  screen: (user: string): Promise<Screen> => request(`${person(user)}/screen`),
  do: (user: string, action: PersonActionInput): Promise<Outcome> =>
    request(`${person(user)}/do`, sending(action)),
  /** What is done to Slack itself. */
  admin: (action: AdminActionInput): Promise<AdminAnswer> => request('/control/do', sending(action)),
  traffic: (since: number): Promise<Traffic> => request(`/control/traffic?since=${since}`),
};
