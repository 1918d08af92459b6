import type { Actor } from '../../core/access/actor';
import type { TextKind } from '../../core/texts/text-kind';
import { positional } from '../../core/texts/text-kinds';

/**
 * All texts that the actor may read, of several kinds, beside their translations into one language or all: `kind`,
 * `id`, `title`, `title_locale`, `path`, `original`, `at`, `partnership_id`, `platform_id`, `room_id`, `author_id`, `locale`, `state`.
 * @param languages placeholder of an array of the languages that they are translated into
 */
export function textsIn(
  kinds: readonly TextKind[],
  actor: Actor,
  languages: string,
  values: unknown[],
  narrowed: (columns: TextKind['columns']) => string = () => 'true',
): string {
  return kinds
    .map((kind) => {
      const { name, table, translations, joins, columns } = kind;
      const {
        title,
        titleLocale = 'owner.locale',
        path,
        partnershipId,
        platformId,
        roomId,
        authorId,
        at,
        shown,
      } = columns;
      return `select '${name}' as kind, owner.id, ${title} as title, ${titleLocale} as title_locale, ${path} as path, owner.locale as original,
          ${at} as at, ${partnershipId} as partnership_id, ${platformId} as platform_id, ${roomId} as room_id,
          ${authorId} as author_id, target.locale,
          case when made.owner_id is null then 'missing'
            when made.source_revision < owner.revision then 'outdated' else made.status end as state
        from ${table} owner ${joins} cross join unnest(${languages}::text[]) target (locale)
        left join ${translations} made on made.owner_id = owner.id and made.locale = target.locale
        where (${shown}) and owner.locale <> target.locale and (${narrowed(columns)})
          and ${positional(kind.readable(actor), values)}`;
    })
    .join(' union all ');
}
