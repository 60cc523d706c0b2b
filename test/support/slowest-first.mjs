import Sequencer from '@jest/test-sequencer';

/** Jest begins with the largest files when it has no times of an earlier run, as on a fresh checkout. These take longest. */
const slowest = [
  'journeys/kill-harness',
  'browser/story',
  'browser/page',
  'store/embedded-server',
  'journeys/start',
];

const rank = (/** @type {{ path: string }} */ { path }) => {
  const place = slowest.findIndex((name) => path.includes(`/test/${name}`));
  return place === -1 ? slowest.length : place;
};

export default class SlowestFirst extends Sequencer {
  /** @param {readonly import('@jest/test-result').Test[]} tests */
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}
