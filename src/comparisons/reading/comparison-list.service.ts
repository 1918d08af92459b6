import { Injectable } from '@nestjs/common';
import { rendered, type RenderedText } from '../../core/database/rendered';
import { withTranslations } from '../../core/database/translation';
import type { Reader } from '../../core/http/reader';
import { PartnershipFaces } from '../../partnerships/partnership-faces.service';
import { DataSource } from 'typeorm';
import { ComparisonAccess } from '../comparison.access';

export interface ListedComparison {
  id: string;
  slug: string;
  title: RenderedText;
  summary: RenderedText | null;
  /** 0: nothing is published yet. */
  version: number;
  publishedAt: string | null;
  countries: number;
  questions: number;
  partnership: { id: string; slug: string; name: string; lang: string };
}

/** All comparisons that somebody may read, the last published first. */
@Injectable()
export class ComparisonList {
  constructor(
    private readonly database: DataSource,
    private readonly access: ComparisonAccess,
    private readonly faces: PartnershipFaces,
  ) {}

  /** @param partnershipId only those of one */
  async of({ actor, locales }: Pick<Reader, 'actor' | 'locales'>, partnershipId?: string) {
    const query = withTranslations(this.access.readable(actor), 'comparison', locales)
      .orderBy('comparison.publishedAt', 'DESC', 'NULLS FIRST')
      .addOrderBy('comparison.id');
    if (partnershipId) query.andWhere('comparison.partnership_id = :partnershipId', { partnershipId });
    const rows = await query.getMany();
    const [counts, faces] = await Promise.all([
      this.counts(rows.map(({ id }) => id)),
      this.faces.of(rows.map((row) => row.partnershipId)),
    ]);
    const partnerships = new Map(faces.map(({ id, partnership }) => [id, partnership]));
    return rows.map((row): ListedComparison => {
      const partnership = partnerships.get(row.partnershipId)!;
      const { id, slug, version, publishedAt } = row;
      return {
        ...{ id, slug, version, publishedAt: publishedAt?.toISOString() ?? null },
        title: rendered(row, ({ title }) => title, locales)!,
        summary: rendered(row, ({ summary }) => summary, locales),
        ...(counts.get(id) ?? { countries: 0, questions: 0 }),
        partnership: {
          ...{ id: partnership.id, slug: partnership.slug, lang: partnership.locale },
          name: partnership.acronym ?? partnership.name,
        },
      };
    });
  }

  /** Countries and questions of what everyone reads; of the work under way where nothing is published. */
  private async counts(ids: readonly string[]) {
    const rows = await this.database.query<{ id: string; countries: number; questions: number }[]>(
      `select comparison.id,
         case when told.version is null then (select count(*)::int from comparison_countries
             where comparison_id = comparison.id and length(code) = 2)
           else (select count(*)::int from jsonb_array_elements(told.data->'countries') country
             where length(country->>'code') = 2) end as countries,
         case when told.version is null then (select count(*)::int from questions
             where comparison_id = comparison.id and retired_at is null)
           else jsonb_array_length(told.data->'questions') end as questions
       from comparisons comparison left join comparison_versions told
         on told.comparison_id = comparison.id and told.version = comparison.version
       where comparison.id = any($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, countries, questions }) => [id, { countries, questions }]));
  }
}
