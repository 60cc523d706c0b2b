import { describe, expect, it } from '@jest/globals';
import { withoutSecrets } from '../../../src/sandbox/page/traffic/payload-facts.ts';
import { fits, trafficRows } from '../../../src/sandbox/page/traffic/traffic-rows.ts';
import type { TrafficEntry } from '../../../src/sandbox/protocol.ts';

const command: TrafficEntry = {
  n: 1,
  at: 1_000,
  kind: 'envelope',
  envelopeId: 'E1',
  type: 'slash_commands',
  connection: 1,
  retryAttempt: 0,
  payload: { command: '/oops', user_id: 'U0ALEX', channel_id: 'C0ENG', token: 'secret' },
};
const ack: TrafficEntry = {
  n: 3,
  at: 1_240,
  kind: 'ack',
  envelopeId: 'E1',
  late: false,
  payload: {},
  problem: null,
};
const call: TrafficEntry = {
  n: 2,
  at: 1_100,
  kind: 'call',
  method: 'chat.postMessage',
  args: { channel: 'C0ENG', text: 'hello' },
  httpStatus: 200,
  answer: { ok: false, error: 'is_archived' },
  ms: 12,
};

describe('the lines of the traffic', () => {
  it('are one for an envelope and its acknowledgement, with the time in between', () => {
    expect(trafficRows([command, call, ack])).toEqual([
      expect.objectContaining({
        kind: 'command',
        title: '/oops',
        places: ['U0ALEX', 'C0ENG'],
        result: 'acknowledged',
        ms: 240,
        bad: false,
      }),
      expect.objectContaining({ kind: 'call', result: 'is_archived', ms: 12, bad: true }),
    ]);
  });

  it('say that an envelope still waits, came too late, or was answered wrongly', () => {
    const results = [
      trafficRows([command]),
      trafficRows([command, { ...ack, late: true }]),
      trafficRows([command, { ...ack, problem: 'response_action is unknown' }]),
    ].map(([row]) => [row?.result, row?.bad]);
    expect(results).toEqual([
      ['waiting', false],
      ['acknowledged too late', true],
      ['response_action is unknown', true],
    ]);
  });

  it('keep an acknowledgement whose envelope is not kept any more', () => {
    expect(trafficRows([ack])).toEqual([expect.objectContaining({ title: 'acknowledgement' })]);
  });

  it('are found by words anywhere in them, all of which must be there', () => {
    const [row] = trafficRows([call]);
    const found = ['hello', 'CHAT archived', 'alex', 'hello nowhere'].map(
      (text) => row && fits(row, 'Alex', text),
    );
    expect(found).toEqual([true, true, true, false]);
  });

  it('leave out whatever lets somebody act as another', () => {
    expect(
      withoutSecrets({
        token: 'abc',
        list: [{ trigger_id: '1.2.3' }, 'send xoxb-123456-abcdef to me'],
        url: 'wss://localhost/socket/ticket',
        response_urls: [],
        text: 'hello',
      }),
    ).toEqual({
      token: '(left out)',
      list: [{ trigger_id: '(left out)' }, 'send (left out) to me'],
      url: '(left out)',
      response_urls: '(left out)',
      text: 'hello',
    });
  });
});
