import { Feed } from '../../src/ui/browser/room/feed';
import type { Entry } from '../../src/ui/browser/room/wire';

/** The same numbers for the same seed, so that a failure can be repeated. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

/** A room of the hub and a page of a reader, with a network between them that loses, repeats and delays. */
function network(seed: number) {
  const roll = dice(seed);
  const hub = { epoch: 'first', entries: [] as Entry[] };
  let applied: number[] = [];
  const feed = new Feed(
    { epoch: 'first', last: 0 },
    {
      apply: ({ seq }) => applied.push(seq),
      read: async (after) => {
        if (roll(4) === 0) throw new Error('offline');
        const { epoch, entries } = hub;
        return { epoch, lastSeq: entries.length, entries: entries.slice(after, after + 5) };
      },
      startOver: async () => {
        applied = hub.entries.map(({ seq }) => seq);
        return { epoch: hub.epoch, last: hub.entries.length };
      },
    },
  );
  const happen = () =>
    hub.entries.push({ seq: hub.entries.length + 1, name: 'post.published', threadId: null });
  /** Any stretch of the history comes by socket: old, new, overlapping, or with a hole before it. */
  const hear = () => {
    const from = roll(hub.entries.length + 1);
    feed.receive({ epoch: hub.epoch, entries: hub.entries.slice(from, from + 1 + roll(4)) });
  };
  const restore = () => {
    hub.epoch += '*';
    hub.entries.splice(roll(hub.entries.length + 1));
  };
  return { roll, hub, feed, happen, hear, restore, shown: () => applied };
}

describe('What a page knows of its room', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))(
    'is what the hub holds, each entry once and in order, whatever the network does (history %i)',
    async (seed) => {
      const { roll, hub, feed, happen, hear, restore, shown } = network(seed);
      for (let step = 0; step < 150; step += 1) {
        const chance = roll(20);
        if (chance < 9) happen();
        else if (chance < 17) hear();
        else if (chance < 19) void feed.catchUp();
        else if (roll(6) === 0) restore();
        if (roll(3) === 0) await new Promise(setImmediate);
      }
      for (let coming = 0; coming < 60; coming += 1) await feed.catchUp();
      expect(shown()).toEqual(hub.entries.map(({ seq }) => seq));
      expect(feed.position).toEqual({ epoch: hub.epoch, last: hub.entries.length });
    },
  );
});
