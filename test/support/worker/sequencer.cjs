const { default: Sequencer } = require('@jest/test-sequencer');

/** The longest files, longest first: no worker is left with one of them when the others are done. */
const LONG = [
  'journeys/accessibility',
  'chaos',
  'hostile/doors',
  'hostile/browser',
  'hostile/texts',
  'journeys/room',
  'journeys/discussion',
  'journeys/publishing',
  'search/across',
  'journeys/editor',
  'journeys/policy',
  'rooms/history',
  'core/neighbours',
  'journeys/',
  'translations/machine-gauntlet',
];

const place = ({ path }) => {
  const found = LONG.findIndex((start) => path.includes(`/test/${start}`));
  return found < 0 ? LONG.length : found;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => place(one) - place(other));
  }
};
