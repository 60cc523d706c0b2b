/** The sandbox's own tokens: fixed and well known, worth nothing anywhere else, and checked on each call. */
export const botToken = 'xoxb-sandbox-0000000000-oops';
export const appToken = 'xapp-sandbox-1-A0OOPSAPP-oops';
export const signingSecret = '5a0db0c5a0db0c5a0db0c5a0db0c5a0d';
