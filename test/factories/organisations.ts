import { randomUUID } from 'node:crypto';
import type { TestHub } from '../support/hub';

export interface TestOrganisation {
  id: string;
  slug: string;
  name: string;
}

interface OrganisationOptions {
  name?: string;
  slug?: string;
  locale?: string;
  country?: string;
  city?: string | null;
  nuts?: string | null;
  type?: string;
  website?: string | null;
  demo?: boolean;
  /** Names in other languages, drafts made from the first revision. */
  alternatives?: Record<string, string>;
}

/** A listed organisation. */
export async function anOrganisation(
  hub: TestHub,
  options: OrganisationOptions = {},
): Promise<TestOrganisation> {
  const id = randomUUID();
  const name = options.name ?? `Organisation ${id.slice(0, 4)}`;
  const slug = options.slug ?? `organisation-${id.slice(0, 8)}`;
  await hub.database.query(
    `insert into organisations (id, slug, name, locale, country, city, nuts, type, website, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      slug,
      name,
      options.locale ?? 'en',
      options.country ?? 'SI',
      options.city ?? null,
      options.nuts ?? null,
      options.type ?? 'association',
      options.website ?? null,
      options.demo ?? false,
    ],
  );
  for (const [locale, other] of Object.entries(options.alternatives ?? {})) {
    await hub.database.query(
      `insert into organisation_translations (owner_id, name, locale, status, source_revision, origin)
       values ($1, $2, $3, 'draft', 1, 'person')`,
      [id, other, locale],
    );
  }
  return { id, slug, name };
}
