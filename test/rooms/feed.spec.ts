import { Feed } from '../../src/ui/browser/room/feed';
import type { Entry } from '../../src/ui/browser/room/wire';
import { dice } from '../support/dice';

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
    hub.entries.push({ seq: hub.entries.length + 1, name: 'post.published', actorId: null, threadId: null });
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

describe('A page that is late', () => {
  const entry = (seq: number): Entry => ({ seq, name: 'post.published', actorId: null, threadId: null });
  const history = Array.from({ length: 12 }, (_, index) => entry(index + 1));

  it('asks for what came while the room was loaded anew, though nothing comes after it', async () => {
    let loaded: (() => void) | undefined;
    const applied: number[] = [];
    const feed = new Feed(
      { epoch: 'first', last: 3 },
      {
        apply: ({ seq }) => applied.push(seq),
        read: async (after) => ({ epoch: 'second', lastSeq: 12, entries: history.slice(after) }),
        startOver: async () => {
          await new Promise<void>((resolve) => (loaded = resolve));
          return { epoch: 'second', last: 10 };
        },
      },
    );
    const resetting = feed.reset();
    feed.receive({ epoch: 'second', entries: history.slice(10) });
    loaded!();
    await resetting;
    expect(applied).toEqual([11, 12]);
    expect(feed.behind).toBe(false);
  });

  it('knows that it is behind when the reading of a gap failed', async () => {
    let away = true;
    const feed = new Feed(
      { epoch: 'first', last: 3 },
      {
        apply: () => undefined,
        read: async (after) => {
          if (away) throw new Error('503');
          return { epoch: 'first', lastSeq: 12, entries: history.slice(after) };
        },
        startOver: async () => ({ epoch: 'first', last: 12 }),
      },
    );
    feed.receive({ epoch: 'first', entries: history.slice(10) });
    await new Promise(setImmediate);
    expect(feed.behind).toBe(true);
    away = false;
    await feed.catchUp();
    expect(feed.behind).toBe(false);
    expect(feed.position.last).toBe(12);
  });
});
