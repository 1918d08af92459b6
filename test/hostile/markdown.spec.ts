import { Invalid } from '../../src/core/errors/refusal';
import { renderMarkdown } from '../../src/core/markdown/markdown';
import { within } from '../../src/core/markdown/time-limit';
import { PATHOLOGICAL } from '../support/pathological';

const ID = '0f0f0f0f-0000-4000-8000-000000000000';
const MOST = 200;

/** Milliseconds of the processor: a machine that is busy with others does not count. The better of two. */
function costOf(work: () => void): number {
  const once = () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  return Math.min(once(), once());
}

/** What becomes of a text: HTML, or nothing when it is refused. */
function outcome(text: string): string | undefined {
  try {
    return renderMarkdown(text, ID);
  } catch (error) {
    expect(error).toBeInstanceOf(Invalid);
    expect((error as Invalid).fields).toEqual([{ path: 'body', key: 'errors:field.too_intricate' }]);
    return undefined;
  }
}

/** Refused for what it is, and not because a busy machine was slow once. */
const isRefused = (text: string) => [1, 2, 3].every(() => outcome(text) === undefined);

describe('Hostile Markdown', () => {
  beforeAll(() => {
    outcome('warm');
  });

  it.each(Object.entries(PATHOLOGICAL))('does not keep the renderer longer than 200 ms by %s', (_, text) => {
    expect(text.length).toBeLessThanOrEqual(20_000);
    expect(costOf(() => outcome(text))).toBeLessThan(MOST);
  });

  it('cannot keep it so long by any text that is too short to be watched', () => {
    const slow = Object.entries(PATHOLOGICAL).filter(
      ([, text]) => costOf(() => outcome(text.slice(0, 2000))) > MOST / 4,
    );
    expect(slow.map(([name]) => name)).toEqual([]);
  });

  it('becomes a page of six times its size at most, or no post at all', () => {
    const refused = Object.entries(PATHOLOGICAL).filter(([, text]) => isRefused(text));
    expect(refused.map(([name]) => name).sort()).toEqual(
      [
        'footnotes that use each other',
        'footnotes that use themselves',
        'lists in lists',
        'many footnotes',
        'numbered lists on one line',
        'one footnote used often',
        'quotes and lists in turn',
        'quotes in quotes',
        'quotes in quotes, then lines',
        'tables of empty rows',
        'tables of many columns',
        'tables',
      ].sort(),
    );
    for (const text of Object.values(PATHOLOGICAL))
      expect((outcome(text) ?? '').length).toBeLessThanOrEqual(10_000 + 6 * text.length);
  });

  it('loses no words in quotes and lists as deep as people write them', () => {
    expect(renderMarkdown(`${'> '.repeat(15)}said`, ID)).toContain('said');
    const list = Array.from({ length: 15 }, (_, depth) => `${'  '.repeat(depth)}- item ${depth}`).join('\n');
    expect(renderMarkdown(list, ID)).toContain('item 14');
  });

  it('still has the footnotes, tables and links that people write', () => {
    const html = renderMarkdown(
      'See https://example.org/a?b=c [^1], mailto:a@example.org and [that](https://example.org)[^ž].\n\n' +
        '| a | b |\n| - | -: |\n| 1 | 2 |\n\n[^1]: First.\n\n[^ž]: Second.',
      ID,
    );
    expect(html).toContain('<a href="https://example.org/a?b=c" rel="nofollow ugc noopener">');
    expect(html).toContain('<a href="mailto:a@example.org">');
    expect(html).toContain('<td class="align-right">2</td>');
    expect(html).toContain('id="fnref-0f0f0f0f-1"');
    expect(html).toContain('Second.');
  });
});

describe('The time limit', () => {
  it('gives back what the work gives back, and lets its errors through', () => {
    expect(within(MOST, () => 'done')).toBe('done');
    expect(() =>
      within(MOST, () => {
        throw new Invalid([]);
      }),
    ).toThrow(Invalid);
  });

  it('stops work that would never end, in code and in a regular expression, and works on', () => {
    let alive = 0;
    const endless = () => {
      while (alive >= 0) alive += 1;
      return alive;
    };
    expect(within(20, endless)).toBeUndefined();
    expect(within(20, () => /^(a*)*$/.test(`${'a'.repeat(64)}b`))).toBeUndefined();
    expect(renderMarkdown('x'.repeat(5000), ID)).toContain('xxx');
  });

  it('waits longer for work that was kept waiting itself', () => {
    let rounds = 0;
    const idle = () => {
      rounds += 1;
      if (rounds === 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
      return 'done';
    };
    expect(within(30, idle)).toBe('done');
  });

  it('does not wait without end on a machine that is always busy with others', () => {
    let rounds = 0;
    const kept = (): string => {
      rounds += 1;
      for (;;) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
    };
    expect(within(10, kept)).toBeUndefined();
    expect(rounds).toBeLessThanOrEqual(5);
  });
});
