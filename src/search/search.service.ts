import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reader } from '../core/http/reader';
import { TextKinds } from '../core/texts/text-kinds';
import { Expansions } from './expansions.service';
import { Hits } from './hits.service';
import { type Candidate, MOST, candidates } from './query/candidates';
import type { Found, Search } from './query/found';
import { looseWords, queryParts } from './query/query-words';
import { similarWords } from './query/similar-words';
import { stepsOf } from './query/ts-query';
import type { Expansion } from './query-expansion';
import type { SearchAnswer, SearchInput } from './search.schema';

/** One search over all kinds of texts: what matches to the letter, then in other forms, then what is like it. */
@Injectable()
export class Searching {
  constructor(
    private readonly database: DataSource,
    private readonly kinds: TextKinds,
    private readonly expansions: Expansions,
    private readonly hits: Hits,
  ) {}

  async find(reader: Reader, input: SearchInput): Promise<SearchAnswer> {
    const parts = queryParts(input.q);
    const understood = parts.some(({ excluded }) => !excluded);
    const expansions =
      understood && input.across === 'yes'
        ? await this.expansions.of(looseWords(parts), reader.language.locale)
        : [];
    const found: Found = understood
      ? await this.inSteps(reader, input, { parts, expansions, similar: new Map() })
      : { parts, expansions, similar: new Map(), texts: [], more: false };
    const { texts, more, similar } = found;
    const pages = Math.max(1, Math.ceil(texts.length / input.limit));
    const page = Math.min(input.page, pages);
    const shown = texts.slice((page - 1) * input.limit, page * input.limit);
    const [hits, facets] = await Promise.all([
      this.hits.of(reader, shown, found),
      this.hits.facets(reader, texts),
    ]);
    return {
      ...{ understood, total: texts.length, more, page, pages, guessed: similar.size > 0 },
      alsoSearched: others(expansions, looseWords(parts)),
      ...{ hits, facets },
    };
  }

  private async inSteps(reader: Reader, input: SearchInput, search: Search): Promise<Found> {
    const rows = await this.rows(reader, input, search);
    if (rows.length > 0) return { ...search, texts: byText(rows), more: rows.length >= MOST };
    const similar = await similarWords(this.database, looseWords(search.parts));
    const guessed = { ...search, similar };
    const likely = await this.rows(reader, input, guessed);
    return likely.length > 0
      ? { ...guessed, texts: byText(likely), more: likely.length >= MOST }
      : { ...search, texts: [], more: false };
  }

  /** The newest of many; then those as typed, and those of titles, are asked for by themselves, since they come first. */
  private async rows({ actor }: Reader, input: SearchInput, search: Search): Promise<Candidate[]> {
    const steps = stepsOf(search.parts, search.expansions, search.similar);
    const ask = (query: string) => candidates(this.database, this.kinds.all, actor, input, steps, query);
    const newest = await ask(steps.inflected);
    if (newest.length < MOST) return newest.sort(byWorth);
    const asTyped = newest.every(({ exact }) => exact) ? [] : ask(steps.exact);
    const better = await Promise.all([asTyped, ask(steps.titled)]);
    return [...better.flat(), ...newest].sort(byWorth);
  }
}

/** Those as typed first, and among equals those of titles; the sorting leaves the newest in front. */
const byWorth = (one: Candidate, other: Candidate): number => worth(other) - worth(one);
const worth = ({ exact, titled }: Candidate): number => (exact ? 2 : 0) + (titled ? 1 : 0);

/** One hit per text, in the place of its best match. */
function byText(rows: Candidate[]): Candidate[][] {
  const texts = new Map<string, Candidate[]>();
  for (const row of rows) {
    const id = `${row.kind} ${row.owner_id}`;
    texts.set(id, [...(texts.get(id) ?? []), row]);
  }
  return [...texts.values()].slice(0, MOST);
}

/** Terms that were not typed, each once. */
function others(expansions: Expansion[], typed: string[]): Expansion['terms'] {
  const known = new Set<string>();
  return expansions.flatMap(({ from, to, terms }) =>
    terms.filter(({ term, locale }) => {
      const id = `${locale} ${term}`;
      if (known.has(id) || term.toLowerCase() === typed.slice(from, to).join(' ')) return false;
      known.add(id);
      return true;
    }),
  );
}
