import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../core/config/config';
import { rendered, type RenderedText } from '../../core/database/rendered';
import type { TranslatableEntity, TranslationEntity } from '../../core/database/translation';
import type { Reader } from '../../core/http/reader';
import type { Locale } from '../../core/i18n/locales';
import { Organisations } from '../../directory/organisations.service';
import { Files } from '../../files/files.service';
import { PartnershipFaces } from '../../partnerships/partnership-faces.service';
import { yearsInPlace } from '../practice-facts';
import { shortPath } from '../practice-paths';
import { LIMITS, type PracticeString } from '../practice-strings';
import { practiceReadersPolicy } from '../readers/practice-readers.policy';
import { PracticeRecords, type PracticeRecord } from '../versions/practice-records.service';
import type { PracticeView } from './case.schema';

/** Who reads, and in which languages. */
type Who = Pick<Reader, 'actor' | 'locales'>;

const NAMES = Object.keys(LIMITS) as PracticeString[];

/** A case as people read it: what stands, in their languages, with what others have said of it. */
@Injectable()
export class CaseReading {
  constructor(
    private readonly config: Config,
    private readonly database: DataSource,
    private readonly records: PracticeRecords,
    private readonly organisations: Organisations,
    private readonly faces: PartnershipFaces,
    private readonly files: Files,
  ) {}

  /** @throws NotFound */
  async one(reader: Who, slug: string): Promise<PracticeView> {
    return this.seen(reader, await this.records.bySlug(reader.actor, slug, reader.locales));
  }

  /** Those of these that the actor may read, in the order of the slugs. */
  async several(reader: Who, slugs: readonly string[]): Promise<PracticeView[]> {
    const rows = await this.database.query<{ id: string }[]>(
      'select id from practices where slug = any($1) order by array_position($1::text[], slug)',
      [slugs],
    );
    const ids = rows.map(({ id }) => id);
    const records = await this.records.of(reader.actor, ids, reader.locales);
    return Promise.all(records.map((record) => this.seen(reader, record)));
  }

  private async seen(reader: Who, record: PracticeRecord): Promise<PracticeView> {
    const { id, partnershipId, ownerOrganisationId } = record.row;
    const [owners, [face], pictures, useful, withdrawn] = await Promise.all([
      this.organisations.byIds(ownerOrganisationId ? [ownerOrganisationId] : []),
      this.faces.of([partnershipId]),
      this.files.of('practice', [id], [...reader.locales]),
      this.useful(id, reader.actor.person?.id),
      record.standing.state === 'withdrawn' ? this.withdrawn(id) : null,
    ]);
    const { partnership } = face!;
    const owner = owners.get(ownerOrganisationId ?? '');
    return {
      ...wordsOf(record, reader.locales),
      ...factsOf(record),
      ...listsOf(record, reader),
      short: `${this.config.baseUrl}${shortPath(id)}`,
      owner: owner ? { name: owner.name, lang: owner.lang, slug: owner.slug } : null,
      partnership: {
        ...{ id: partnership.id, slug: partnership.slug, lang: partnership.locale },
        name: partnership.acronym ?? partnership.name,
      },
      pictures: (pictures.get(id) ?? []).filter(({ width }) => width !== null),
      ...{ useful, withdrawn },
      can: practiceReadersPolicy.can(reader.actor, record.standing),
    };
  }

  private async useful(id: string, personId: string | undefined): Promise<PracticeView['useful']> {
    const [row] = await this.database.query<[PracticeView['useful']]>(
      `select count(*)::int as count, coalesce(bool_or(person_id = $2), false) as own
       from practice_thanks where practice_id = $1`,
      [id, personId ?? null],
    );
    return row;
  }

  private async withdrawn(id: string): Promise<PracticeView['withdrawn']> {
    const [row] = await this.database.query<{ at: Date; reason: string | null; locale: Locale | null }[]>(
      `select moved_at as at, reason, locale from practice_moves
       where practice_id = $1 and to_state = 'withdrawn' order by id desc limit 1`,
      [id],
    );
    return row ? { ...row, at: row.at.toISOString() } : null;
  }
}

function wordsOf({ row }: PracticeRecord, locales: readonly Locale[]) {
  const texts = Object.fromEntries(
    NAMES.map((name) => [name, rendered(row, (said) => said[name], locales)]),
  ) as PracticeView['texts'];
  // Nobody is quoted who has not agreed to it.
  if (!row.quoteConsent) Object.assign(texts, { quote: null, speaker: null });
  return { texts, locale: row.locale, quotedPerson: row.quoteConsent ? row.quotedPerson : null };
}

function factsOf({ row, standing }: PracticeRecord) {
  const { id, slug, planned, rating, verdict, checkedAt, nextReviewAt, ownerRole } = row;
  const { country, nuts, region, municipality, level, themes, cooperations } = row;
  const { startsOn, endsOn, ongoing, contact, licence } = row;
  return {
    ...{ id, slug, planned, rating, checkedAt, nextReviewAt, ownerRole },
    ...{ country, nuts, region, municipality, level, themes, cooperations },
    ...{ startsOn, endsOn, ongoing, contact, licence },
    verdict: rating ? verdict : null,
    state: standing.state,
    version: standing.version,
    publishedAt: standing.publishedAt?.toISOString() ?? null,
    yearsInPlace: yearsInPlace(row, new Date().toISOString().slice(0, 10)),
    money: {
      ...{ currency: row.currency, year: row.moneyYear, setup: row.setupAmount, running: row.runningAmount },
      ...{ setupFte: row.setupFte, runningFte: row.runningFte, sources: row.moneySources },
    },
  };
}

function listsOf({ actors, results, links, transfers, standing }: PracticeRecord, reader: Who) {
  const { actor, locales } = reader;
  const confirms = practiceReadersPolicy.may(actor, 'confirm', standing);
  return {
    actors: actors.map((row) => ({
      ...{ name: row.name, type: row.type, part: row.part },
      role: text(row, ({ role }) => role, locales),
    })),
    results: results.map((row) => ({
      indicator: text(row, ({ indicator }) => indicator, locales),
      unit: text(row, ({ unit }) => unit, locales),
      method: text(row, ({ method }) => method, locales),
      ...{ value: row.value, periodFrom: row.periodFrom, periodTo: row.periodTo, persons: row.persons },
      ...{ women: row.women, men: row.men, notStated: row.notStated },
      ...{ source: row.source, counterfactual: row.counterfactual },
    })),
    links: links.map((row) => ({
      ...{ kind: row.kind, address: row.address, language: row.language, accessible: row.accessible },
      label: text(row, ({ label }) => label, locales),
    })),
    usedElsewhere: transfers
      .filter(({ awaits, toldBy }) => !awaits || confirms || actor.is(toldBy))
      .map((row) => ({
        ...{ id: row.id, country: row.country, place: row.place, year: row.year, name: row.name },
        ...{ awaits: row.awaits, result: text(row, ({ result }) => result, locales) },
      })),
  };
}

const text = <Row extends TranslatableEntity & { translations?: TranslationEntity[] }>(
  row: Row,
  string: (row: Row) => string,
  locales: readonly Locale[],
): RenderedText => rendered(row, string as (row: Row | TranslationEntity) => string | null, locales)!;
