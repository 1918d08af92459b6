import { compose, segmentsOf } from '../core/markdown/segments';
import type { Strings, Text, TextKind, TextString } from '../core/texts/text-kind';
import { align } from './alignment';
import type { Segment } from './segment';

/** The blocks of one string that are translated; code and rules stay as they are. */
export const sourcesOf = (value: string | null, { form }: TextString): string[] =>
  value === null ? [] : segmentsOf(value, form).segments.map(({ text }) => text);

/** The segments of a text after its original has changed, string by string. */
export function alignAll(
  kind: TextKind,
  { strings }: Pick<Text, 'strings'>,
  segments: readonly Segment[],
): Segment[] {
  return kind.strings.flatMap((string) => {
    const original = strings[string.name] ?? null;
    const own = segments.filter((segment) => segment.string === string.name);
    const whole = own.length === 1 && own[0]!.source === original;
    return whole ? own : align(string.name, own, sourcesOf(original, string));
  });
}

/** What a translation that was written as a whole says, block by block; `undefined` when its blocks are others. */
export function taken(
  kind: TextKind,
  original: Strings,
  translation: Strings,
  made: Omit<Segment, 'id' | 'string' | 'position' | 'source' | 'madeFrom' | 'text' | 'version'>,
  empty: (string: string, position: number, source: string) => Segment,
): Segment[] {
  return kind.strings.flatMap((string) => {
    const sources = sourcesOf(original[string.name] ?? null, string);
    const texts = sourcesOf(translation[string.name] ?? null, string);
    const [whole, said] = [original[string.name], translation[string.name]];
    if (!whole || !said) return sources.map((source, position) => empty(string.name, position, source));
    const pairs =
      sources.length === texts.length
        ? sources.map((source, place) => [source, texts[place]!] as const)
        : [[whole, said] as const];
    return pairs.map(([source, text], position) => ({
      ...empty(string.name, position, source),
      ...made,
      madeFrom: source,
      text,
    }));
  });
}

/**
 * The whole translation out of its segments; `undefined` as long as one is missing. A string that may be left out is,
 * until it has all of its own.
 */
export function composed(kind: TextKind, { strings }: Pick<Text, 'strings'>, segments: readonly Segment[]) {
  const result: Strings = {};
  for (const string of kind.strings) {
    const original = strings[string.name] ?? null;
    const own = segments.filter((segment) => segment.string === string.name);
    const gap = own.some(({ text }) => text === null);
    if (gap && !string.optional) return undefined;
    result[string.name] = gap || original === null ? null : whole(original, string, own);
  }
  return result;
}

function whole(original: string, { form }: TextString, segments: readonly Segment[]): string {
  const [only] = segments;
  if (segments.length === 1 && only!.source === original) return only!.text!;
  return compose(
    segmentsOf(original, form),
    segments.map(({ text }) => text),
  );
}
