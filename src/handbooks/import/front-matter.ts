const FENCED = /^---\n([\s\S]{0,4000}?)\n---[ \t]*(?:\n|$)/;
const HEADING = /^\s*# +(.{1,400}?)(?: +#+)?[ \t]*(?:\n|$)/;

/** What stands above a text, and the text. */
export interface Fronted {
  facts: ReadonlyMap<string, string>;
  body: string;
  /** Lines that stand before the text. */
  above: number;
}

/** Lines of `key: value` between two lines of hyphens; a heading of the highest level is the title. */
export function readFront(source: string): Fronted {
  const text = source.replace(/\r\n?/g, '\n');
  const [fence = '', inside = ''] = FENCED.exec(text) ?? [];
  const facts = new Map(
    inside.split('\n').flatMap((line) => {
      const [, key, value] = /^([a-z_]{1,40}):[ \t]*(.{0,1000}?)[ \t]*$/i.exec(line) ?? [];
      return key ? [[key.toLowerCase(), unquoted(value!)] as const] : [];
    }),
  );
  const rest = text.slice(fence.length);
  const [heading = '', title] = facts.has('title') ? [] : (HEADING.exec(rest) ?? []);
  if (title) facts.set('title', title);
  const gone = fence + heading;
  return { facts, body: rest.slice(heading.length), above: gone.split('\n').length - 1 };
}

const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;

/** The same as a file. */
export function writeFront(facts: Record<string, string | null>, body: string | null): string {
  const lines = Object.entries(facts).flatMap(([key, value]) =>
    value === null ? [] : [`${key}: ${value.replace(/\s+/g, ' ').trim()}`],
  );
  return `---\n${lines.join('\n')}\n---\n\n${body ?? ''}\n`;
}
