import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { freeSlug } from '../core/database/slug';
import { revise } from '../core/database/revise';
import { Transactions } from '../core/database/transactions';
import { Conflict, NotFound } from '../core/errors/refusal';
import type { Reader } from '../core/http/reader';
import type { Language } from '../core/i18n/language';
import type { Locale } from '../core/i18n/locales';
import type { Entries, EntryName } from '../core/journal/entry';
import { Journal } from '../core/journal/journal';
import { Organisation, OrganisationTranslation, type OrganisationType } from './organisation.entity';
import { organisationPolicy } from './organisation.policy';
import type {
  OrganisationChanges,
  OrganisationFilters,
  OrganisationInput,
  OrganisationPage,
  OrganisationView,
} from './organisation.schema';
import { counts, listed } from './organisations.query';

/** What other pages show of an organisation: its own name, with the language of that name. */
export interface OrganisationName {
  id: string;
  slug: string;
  name: string;
  lang: Locale;
  country: string;
  city: string | null;
  type: OrganisationType;
  demo: boolean;
}

const KIND = {
  name: 'organisation',
  entity: Organisation,
  translation: OrganisationTranslation,
  strings: ['name' as const],
};

/** The register of organisations: who takes part, under which name and from where. */
@Injectable()
export class Organisations {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
  ) {}

  /** In the reader's alphabet, those of the demonstration last; where words are sought, exact spellings first. */
  async list({ actor, language }: Reader, filters: OrganisationFilters): Promise<OrganisationPage> {
    const { page, limit } = filters;
    const query = listed(this.readable(actor), filters, language.locale);
    const { total, demo } = await counts(query);
    const ids = await query
      .limit(limit)
      .offset((page - 1) * limit)
      .getRawMany<{ id: string }>();
    const rows = await this.rows(ids.map(({ id }) => id));
    const items = ids.map(({ id }) => view(actor, rows.get(id)!));
    return { items, total, demo, page, pages: Math.max(1, Math.ceil(total / limit)) };
  }

  /** @throws NotFound */
  async bySlug(actor: Actor, slug: string): Promise<OrganisationView> {
    return view(actor, await this.row(actor, slug));
  }

  /** For a form. @throws what the policy says to those who may not edit it */
  async editable(actor: Actor, slug: string): Promise<OrganisationView> {
    const row = await this.row(actor, slug);
    organisationPolicy.allow(actor, 'edit', row);
    return view(actor, row);
  }

  /** Names for the pages of other capabilities, in one query. Who is gone is not in the map. */
  async byIds(ids: readonly string[]): Promise<Map<string, OrganisationName>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database
      .createQueryBuilder(Organisation, 'organisation')
      .where('organisation.id = any(:ids)', { ids: [...new Set(ids)] })
      .getMany();
    return new Map(rows.map((row) => [row.id, named(row)]));
  }

  /** All that a select offers, in the reader's alphabet. */
  async choices(language: Language): Promise<OrganisationName[]> {
    const rows = await this.database.createQueryBuilder(Organisation, 'organisation').getMany();
    return language.sort(rows.map(named), ({ name }) => name);
  }

  /** Countries that organisations come from, for a filter. */
  async countries(): Promise<string[]> {
    const rows: { country: string }[] = await this.database.query(
      'select distinct country from organisations',
    );
    return rows.map(({ country }) => country);
  }

  async create(actor: Actor, input: OrganisationInput & { demo?: boolean }): Promise<OrganisationView> {
    organisationPolicy.allow(actor, 'create', null);
    const slug = await this.transactions.run(async (tx) => {
      const slug = await freeSlug(tx, 'organisations', input.name);
      const { identifiers } = await tx.insert(Organisation, { ...input, slug });
      await this.record(tx, actor, 'organisation.listed', (identifiers[0] as { id: string }).id, {});
      return slug;
    });
    return this.bySlug(actor, slug);
  }

  /** @throws Conflict with what stands now, when somebody saved first */
  async edit(
    actor: Actor,
    slug: string,
    { revision, weight, ...changes }: OrganisationChanges,
  ): Promise<OrganisationView> {
    const row = await this.row(actor, slug);
    organisationPolicy.allow(actor, 'edit', row);
    const saved = await this.transactions.run(async (tx) => {
      if (!(await revise(tx, KIND, row.id, revision, changes, { by: actor, weight }))) return false;
      await this.record(tx, actor, 'organisation.edited', row.id, { revision: revision + 1 });
      return true;
    });
    const now = await this.bySlug(actor, slug);
    if (!saved) throw new Conflict(now);
    return now;
  }

  private readable(actor: Actor): SelectQueryBuilder<Organisation> {
    const { where, parameters } = organisationPolicy.readable(actor, 'organisation');
    return this.database.createQueryBuilder(Organisation, 'organisation').where(where, parameters);
  }

  private async row(actor: Actor, slug: string): Promise<Organisation> {
    const row = await this.readable(actor)
      .leftJoinAndSelect('organisation.translations', 'translation')
      .andWhere('organisation.slug = :slug', { slug })
      .getOne();
    if (!row) throw new NotFound();
    return row;
  }

  private async rows(ids: string[]): Promise<Map<string, Organisation>> {
    const rows = await this.database
      .createQueryBuilder(Organisation, 'organisation')
      .leftJoinAndSelect('organisation.translations', 'translation')
      .where('organisation.id = any(:ids)', { ids })
      .getMany();
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async record<Name extends EntryName>(
    tx: EntityManager,
    actor: Actor,
    name: Name,
    id: string,
    data: Entries[Name],
  ): Promise<void> {
    const place = { kind: 'organisation', id };
    await this.journal.record(tx, name, { actor, subject: place, scope: place, data });
  }
}

const named = ({ id, slug, name, locale, country, city, type, demo }: Organisation): OrganisationName => ({
  id,
  slug,
  name,
  lang: locale,
  country,
  city,
  type,
  demo,
});

function view(actor: Actor, row: Organisation): OrganisationView {
  const alternatives = (row.translations ?? []).map(({ name, locale, status, sourceRevision }) => ({
    name,
    lang: locale,
    state: status,
    outdated: sourceRevision < row.revision,
  }));
  return {
    ...named(row),
    nuts: row.nuts,
    website: row.website,
    alternatives: alternatives.sort((a, b) => a.lang.localeCompare(b.lang)),
    revision: row.revision,
    can: organisationPolicy.can(actor, row),
  };
}
