import { Injectable } from '@nestjs/common';
import type { Actor } from '../core/access/actor';
import { withTranslations } from '../core/database/translation';
import { NotFound } from '../core/errors/refusal';
import type { Reader } from '../core/http/reader';
import { PartnershipAccess } from './partnership.access';
import type { PartnerRole } from './partners/partner.entity';
import type { Partnership, PartnershipStatus } from './partnership.entity';
import { newPartnershipPolicy } from './partnership.policy';
import type { PartnershipSummary, PartnershipView } from './partnership.schema';
import { summaryOf, viewOf, type Breadth } from './partnership.view';
import { Partners } from './partners/partners.service';
import { SourceNotes } from './source-notes/source-notes.service';
import { Standings } from './translations/standings.service';
import { Statements } from './statements/statements.service';

/** A partnership that an organisation takes part in, and as what. */
export interface Participation {
  partnership: PartnershipSummary;
  role: PartnerRole;
}

/** One's own drafts first, then what goes on, then what is over. */
const ORDER: PartnershipStatus[] = ['draft', 'active', 'closed'];
const NONE: Breadth = { partnerCount: 0, countries: [] };

/** The records of partnerships as their readers see them. */
@Injectable()
export class Partnerships {
  constructor(
    private readonly access: PartnershipAccess,
    private readonly partners: Partners,
    private readonly statements: Statements,
    private readonly notes: SourceNotes,
    private readonly standings: Standings,
  ) {}

  async list(reader: Reader): Promise<PartnershipSummary[]> {
    const summaries = await this.summarise(reader, await this.rows(reader));
    const byName = reader.language.sort(summaries, ({ name }) => name.text);
    return byName.sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  }

  /** @throws NotFound */
  async bySlug(reader: Reader, slug: string): Promise<PartnershipView> {
    const query = this.access.readable(reader.actor).andWhere('partnership.slug = :slug', { slug });
    const row = await withTranslations(query, 'partnership', reader.locales).getOne();
    if (!row) throw new NotFound();
    const [partners, statements, notes, languages] = await Promise.all([
      this.partners.of(row.id),
      this.statements.of(row.id, reader.locales),
      this.notes.of(row.id, reader.locales),
      this.standings.of(row.id),
    ]);
    return viewOf({ row, partners, statements, notes, languages }, reader.actor, reader.locales);
  }

  /** Those of the ids that the reader may see, for pages of platforms and rooms. */
  async summaries(reader: Reader, ids: readonly string[]): Promise<Map<string, PartnershipSummary>> {
    if (ids.length === 0) return new Map();
    const summaries = await this.summarise(reader, await this.rows(reader, [...new Set(ids)]));
    return new Map(summaries.map((summary) => [summary.id, summary]));
  }

  /** What an organisation takes part in. */
  async ofOrganisation(reader: Reader, organisationId: string): Promise<Participation[]> {
    const roles = await this.partners.rolesOf(organisationId);
    const summaries = await this.summaries(reader, [...roles.keys()]);
    const readable = reader.language.sort([...summaries.values()], ({ name }) => name.text);
    return readable.map((partnership) => ({ partnership, role: roles.get(partnership.id)! }));
  }

  mayCreate(actor: Actor): boolean {
    return newPartnershipPolicy.may(actor, 'create', undefined);
  }

  private rows({ actor, locales }: Reader, ids?: string[]): Promise<Partnership[]> {
    const query = this.access.readable(actor);
    if (ids) query.andWhere('partnership.id = any(:ids)', { ids });
    return withTranslations(query, 'partnership', locales).getMany();
  }

  private async summarise({ locales }: Reader, rows: Partnership[]): Promise<PartnershipSummary[]> {
    const breadths = await this.partners.breadths(rows.map(({ id }) => id));
    return rows.map((row) => summaryOf(row, breadths.get(row.id) ?? NONE, locales));
  }
}
