import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reader } from '../../core/http/reader';
import { Organisations } from '../../directory/organisations.service';
import { PartnershipFaces } from '../../partnerships/partnership-faces.service';
import { PracticeVersions } from '../versions/practice-versions.service';
import { said, sourcesOf } from '../reading/practice-source';
import { asFrozen, chosenFrom, facetsOf, foundBy, placesOf, type FoundPractice } from './found-practice';
import type { ListedPractice, PracticeFilters, PracticePage } from './listing.schema';

/** Cases that match, as lists show them. */
@Injectable()
export class PracticeListing {
  constructor(
    private readonly database: DataSource,
    private readonly organisations: Organisations,
    private readonly faces: PartnershipFaces,
    private readonly versions: PracticeVersions,
  ) {}

  async list(reader: Reader, filters: PracticeFilters): Promise<PracticePage> {
    const all = await this.found(reader, filters);
    const chosen = inOrder(chosenFrom(all, filters), reader, filters.sort ?? 'newest');
    const { page, limit } = filters;
    return {
      items: await this.listed(reader, chosen.slice((page - 1) * limit, page * limit)),
      total: chosen.length,
      page,
      pages: Math.max(1, Math.ceil(chosen.length / limit)),
      facets: facetsOf(all, filters),
      places: placesOf(chosen),
    };
  }

  /** All that match, for files. */
  async every(reader: Reader, filters: PracticeFilters): Promise<ListedPractice[]> {
    const all = await this.found(reader, filters);
    return this.listed(reader, inOrder(chosenFrom(all, filters), reader, filters.sort ?? 'newest'));
  }

  private async found({ actor }: Reader, { q }: PracticeFilters): Promise<FoundPractice[]> {
    const all = await foundBy(this.database, actor, q);
    const rewritten = all.filter(({ state, version }) => state === 'editing' && version > 0);
    const frozen = await this.versions.newestOf(rewritten.map(({ id }) => id));
    return all.map((each) => (rewritten.includes(each) ? asFrozen(each, frozen.get(each.id)) : each));
  }

  private async listed({ locales }: Reader, found: readonly FoundPractice[]): Promise<ListedPractice[]> {
    const [sources, owners, faces] = await Promise.all([
      sourcesOf(
        this.database,
        found.map(({ id }) => id),
        locales,
      ),
      this.organisations.byIds(found.flatMap(({ ownerOrganisationId }) => ownerOrganisationId ?? [])),
      this.faces.of(found.map(({ partnershipId }) => partnershipId)),
    ]);
    const partnerships = new Map(faces.map(({ id, partnership }) => [id, partnership]));
    return found.flatMap((row) => {
      const [source, partnership] = [sources.get(row.id), partnerships.get(row.partnershipId)];
      if (!source || !partnership) return [];
      const owner = owners.get(row.ownerOrganisationId ?? '');
      const { id, slug, country, nuts, region, municipality, themes, cooperations, level } = row;
      const { rating, state, planned, version, publishedAt, languages, useful } = row;
      return [
        {
          ...{ id, slug, country, nuts, region, municipality, themes, cooperations, level },
          ...{ rating, state, planned, version, languages, useful },
          title: said(source, 'title', locales)!,
          strapline: said(source, 'strapline', locales),
          publishedAt: publishedAt?.toISOString() ?? null,
          owner: owner ? { name: owner.name, lang: owner.lang, slug: owner.slug } : null,
          partnership: {
            id: partnership.id,
            slug: partnership.slug,
            name: partnership.acronym ?? partnership.name,
            lang: partnership.locale,
          },
        },
      ];
    });
  }
}

function inOrder(
  found: readonly FoundPractice[],
  { language, locales }: Reader,
  sort: NonNullable<PracticeFilters['sort']>,
): FoundPractice[] {
  const title = ({ titles, title: original }: FoundPractice): string =>
    locales.map((locale) => titles[locale]).find(Boolean) ?? original;
  const byTitle = language.sort(found, title);
  const since = ({ publishedAt, createdAt }: FoundPractice): number => (publishedAt ?? createdAt).getTime();
  switch (sort) {
    case 'title':
      return byTitle;
    case 'place':
      return language.sort(byTitle, ({ country, region, municipality }) =>
        [country ? language.country(country) : '\u{10FFFF}', region ?? '', municipality ?? ''].join('\n'),
      );
    case 'useful':
      return byTitle.sort((a, b) => b.useful - a.useful);
    case 'newest':
      return byTitle.sort(
        (a, b) => Number(Boolean(b.publishedAt)) - Number(Boolean(a.publishedAt)) || since(b) - since(a),
      );
  }
}
