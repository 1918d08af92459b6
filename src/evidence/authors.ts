import type { DataSource, EntityManager } from 'typeorm';
import type { EvidenceGround } from './evidence.schema';
import type { Ground } from './grounds.service';

export type Author = NonNullable<EvidenceGround['author']>;

interface Row {
  id: string;
  name: string;
  organisation: string | null;
  locale: string;
  slug: string;
}

/**
 * Who said it, by the id of the ground: of what people said in rooms, where their names stand beside their words. Other
 * texts are their platform's or partnership's. What was withdrawn is nobody's any more.
 */
export async function readAuthors(
  database: DataSource | EntityManager,
  grounds: readonly Ground[],
): Promise<Map<string, Author>> {
  const said = grounds.flatMap(({ text }) => (text?.roomId && text.authorId && text.shown ? [text] : []));
  if (said.length === 0) return new Map();
  const rows = await database.query<Row[]>(
    `select given.id, person.name, organisation.name as organisation, organisation.locale, organisation.slug
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as given (id, author_id, organisation_id)
     join people person on person.id = given.author_id
     left join organisations organisation on organisation.id = given.organisation_id`,
    [
      said.map(({ id }) => id),
      said.map(({ authorId }) => authorId),
      said.map(({ organisationId }) => organisationId),
    ],
  );
  return new Map(
    rows.map(({ id, name, organisation, locale, slug }) => [
      id,
      { name, organisation: organisation === null ? null : { name: organisation, locale, slug } },
    ]),
  );
}
