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
    return {
      ...{ understood, total: texts.length, more, page, pages, guessed: similar.size > 0 },
      alsoSearched: unique(expansions.flatMap(({ terms }) => terms)),
      hits: await this.hits.of(reader, shown, found),
      facets: await this.hits.facets(reader, texts),
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

  /** Step by step, until there are as many as anybody reads. */
  private async rows({ actor }: Reader, input: SearchInput, search: Search): Promise<Candidate[]> {
    const { titled, exact, inflected } = stepsOf(search.parts, search.expansions, search.similar);
    const rows: Candidate[] = [];
    const known: string[] = [];
    for (const query of [titled, exact, inflected]) {
      const most = MOST - rows.length;
      if (most <= 0) break;
      rows.push(...(await candidates(this.database, this.kinds.all, actor, input, query, known, most)));
      known.push(query);
    }
    return rows;
  }
}

/** One hit per text, in the place of its best match. */
function byText(rows: Candidate[]): Candidate[][] {
  const texts = new Map<string, Candidate[]>();
  for (const row of rows) {
    const id = `${row.kind} ${row.owner_id}`;
    texts.set(id, [...(texts.get(id) ?? []), row]);
  }
  return [...texts.values()];
}

const unique = (terms: Expansion['terms']): Expansion['terms'] =>
  terms.filter(
    ({ term, locale }, place) =>
      terms.findIndex((other) => other.term === term && other.locale === locale) === place,
  );
