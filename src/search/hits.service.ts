import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../core/access/actor';
import type { TranslationStatus } from '../core/database/translation';
import type { Reader } from '../core/http/reader';
import type { Locale } from '../core/i18n/locales';
import type { Text } from '../core/texts/text-kind';
import { TextKinds } from '../core/texts/text-kinds';
import type { Candidate } from './query/candidates';
import type { Search } from './query/found';
import { markedText, matchers, passage } from './query/passage';
import type { SearchAnswer, SearchHit } from './search.schema';

interface Rendering {
  kind: string;
  owner_id: string;
  locale: Locale;
  status: TranslationStatus | null;
  title: string | null;
  body: string;
}

type Named = SearchAnswer['facets']['rooms'];
type Counts = Map<string, number>;
type Facet = 'kind' | 'locale' | 'country' | 'room_id' | 'partnership_id' | 'author_id';

/** How many of each are offered for narrowing a search. */
const MOST_CHOICES = 20;

/** What is shown of the texts that were found. */
@Injectable()
export class Hits {
  constructor(
    private readonly database: DataSource,
    private readonly kinds: TextKinds,
  ) {}

  async of({ actor, locales }: Reader, found: Candidate[][], search: Search): Promise<SearchHit[]> {
    const firsts = found.map(([first]) => first!);
    const [renderings, texts] = await Promise.all([this.renderings(firsts), this.texts(actor, firsts)]);
    const [places, authors] = await Promise.all([
      this.places(actor, [...texts.values()]),
      this.people([...texts.values()].map(({ authorId }) => authorId)),
    ]);
    const matchesIn = matchers(search);
    return found.flatMap((matching) => {
      const { kind, owner_id } = matching[0]!;
      const text = texts.get(`${kind} ${owner_id}`);
      const all = renderings.filter((each) => each.owner_id === owner_id && each.kind === kind);
      const shown = best(all, matching, locales);
      if (!text || !shown) return [];
      const matches = matchesIn(shown.locale);
      const place = places.get(text.roomId ?? text.platformId ?? text.partnershipId ?? '');
      const author = text.authorId && authors.get(text.authorId);
      return [
        {
          ...{ kind, id: text.id, path: text.path },
          title: markedText(shown.title ?? text.title, matches),
          titleLocale: shown.title === null ? text.titleLocale : shown.locale,
          passage: shown.body ? passage(shown.body, matches) : [],
          ...{
            locale: shown.locale,
            state: shown.status ?? ('original' as const),
            originalLocale: text.locale,
          },
          place:
            place && place.id !== text.id
              ? { name: place.title, locale: place.locale, path: place.path }
              : null,
          author: author ? { id: text.authorId!, name: author } : null,
          at: text.at?.toISOString() ?? null,
        },
      ];
    });
  }

  async facets({ actor, language }: Reader, found: Candidate[][]): Promise<SearchAnswer['facets']> {
    const count = (name: Facet) => counted(found.map((rows) => new Set(rows.map((row) => row[name]))));
    const list = (counts: Counts) => sorted(counts).map(([value, count]) => ({ value, count }));
    const [rooms, partnerships, people] = await Promise.all([
      this.named(actor, 'room', count('room_id')),
      this.named(actor, 'partnership', count('partnership_id')),
      this.authors(count('author_id')),
    ]);
    return {
      ...{ kinds: list(count('kind')), languages: list(count('locale')), countries: list(count('country')) },
      themes: list(counted(found.map((rows) => new Set(rows.flatMap(({ themes }) => themes))))),
      ...{ rooms, partnerships, people: language.sort(people, ({ name }) => name) },
    };
  }

  private renderings(found: Candidate[]): Promise<Rendering[]> {
    const ids = found.map(({ owner_id }) => owner_id);
    return this.database.query(
      'select kind, owner_id, locale, status, title, body from search_rows where owner_id = any($1::uuid[])',
      [ids],
    );
  }

  /** As they stand now, by kind and id. */
  private async texts(
    actor: Actor,
    found: Pick<Candidate, 'kind' | 'owner_id'>[],
  ): Promise<Map<string, Text>> {
    const texts = await Promise.all(
      this.kinds.all.map(async (kind) => {
        const ids = found.filter((each) => each.kind === kind.name).map(({ owner_id }) => owner_id);
        if (ids.length === 0) return [];
        return this.kinds.read(kind, this.database, actor, 'owner.id = any($1::uuid[])', [ids]);
      }),
    );
    return new Map(texts.flat().map((text) => [`${text.kind} ${text.id}`, text]));
  }

  /** Rooms, platforms and partnerships that texts stand in, by id. */
  private async places(actor: Actor, texts: Text[]): Promise<Map<string, Text>> {
    const found = texts.flatMap(({ roomId, platformId, partnershipId }) => {
      if (roomId) return [{ kind: 'room', owner_id: roomId }];
      if (platformId) return [{ kind: 'platform', owner_id: platformId }];
      return partnershipId ? [{ kind: 'partnership', owner_id: partnershipId }] : [];
    });
    const places = await this.texts(actor, found);
    return new Map([...places.values()].map((place) => [place.id, place]));
  }

  private async named(actor: Actor, kind: string, counts: Counts): Promise<Named> {
    const most = sorted(counts).slice(0, MOST_CHOICES);
    const texts = await this.texts(
      actor,
      most.map(([owner_id]) => ({ kind, owner_id })),
    );
    return most.flatMap(([value, count]) => {
      const text = texts.get(`${kind} ${value}`);
      return text ? [{ value, name: text.title, locale: text.locale, count }] : [];
    });
  }

  private async authors(counts: Counts): Promise<Named> {
    const most = sorted(counts).slice(0, MOST_CHOICES);
    const names = await this.people(most.map(([id]) => id));
    return most.flatMap(([value, count]) => {
      const name = names.get(value);
      return name ? [{ value, name, locale: null, count }] : [];
    });
  }

  private async people(ids: (string | null)[]): Promise<Map<string, string>> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; name: string }[]>(
      'select id, name from people where id = any($1::uuid[])',
      [wanted],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

/** The first of the reader's languages in which it matches; failing these, any in which it does. */
function best(all: Rendering[], matching: Candidate[], locales: Locale[]): Rendering | undefined {
  const found = all.filter(({ locale }) => matching.some((row) => row.locale === locale));
  for (const locale of locales) {
    const own = found.find((each) => each.locale === locale);
    if (own) return own;
  }
  return found.find(({ status }) => status === null) ?? found[0];
}

function counted(texts: Set<string | null>[]): Counts {
  const counts: Counts = new Map();
  for (const values of texts)
    for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const sorted = (counts: Counts): [string, number][] => [...counts].sort(([, one], [, other]) => other - one);
