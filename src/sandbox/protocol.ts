/**
 * The control API of the sandbox: what a pretend Slack client (the page, a test) may do and see, over HTTP.
 *
 * Everything here is the sandbox's own, so keys are camelCase; what Slack itself defines (blocks, options,
 * rich text) is passed through in Slack's own shape. Times are milliseconds since 1970 on the sandbox's clock,
 * except Slack's `ts` strings.
 *
 * | request                                  | answer                                        |
 * |------------------------------------------|-----------------------------------------------|
 * | `GET  /control/workspace`                | {@link Workspace}                             |
 * | `GET  /control/people/:user/screen`      | {@link Screen}: all that this person sees      |
 * | `POST /control/people/:user/do`          | body {@link PersonAction}, answer {@link Outcome} |
 * | `POST /control/do`                       | body {@link AdminAction}, answer {@link AdminAnswer} |
 * | `GET  /control/traffic?since=N`          | {@link Traffic}: what went over the wire       |
 * | `GET  /control/events`                   | server-sent events, each `data:` a {@link Change} |
 *
 * A body that does not parse is answered 400 with {@link ControlError}; an unknown person 404.
 */
export * from './protocol/admin-action.ts';
export * from './protocol/fault.ts';
export * from './protocol/person-action.ts';
export * from './protocol/policy.ts';
export * from './protocol/screen.ts';
export * from './protocol/traffic.ts';
export * from './protocol/workspace.ts';
