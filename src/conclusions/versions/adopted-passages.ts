import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import type { TextKinds } from '../../core/texts/text-kinds';
import type { ConclusionVersion } from './conclusion-versions.service';

export const adoptedPassage = z.object({
  hidden: z
    .boolean()
    .meta({ description: 'You may not see the post, or it was withdrawn: only that there was one' }),
  path: z.string().nullable().meta({ description: 'Where the post stands, without the locale' }),
  quote: z.string().nullable().meta({ description: 'The words that were quoted' }),
  locale: z.string().nullable().meta({ description: 'Language of the quotation, BCP 47' }),
  changed: z.boolean().meta({ description: 'The post was edited since' }),
});

export type AdoptedPassageView = z.output<typeof adoptedPassage>;

/** What a version was concluded from, as far as the reader may see the posts and they still stand. */
export async function passagesOf(
  texts: TextKinds,
  database: DataSource,
  actor: Actor,
  { evidence }: ConclusionVersion,
): Promise<AdoptedPassageView[]> {
  const ids = evidence.map(({ groundId }) => groundId);
  const posts = await texts.read(texts.named('post'), database, actor, 'owner.id = any($1::uuid[])', [ids]);
  const shown = new Map(posts.filter((post) => post.shown).map((post) => [post.id, post]));
  return evidence.map(({ groundId, groundRevision, quote, quoteLocale }) => {
    const post = shown.get(groundId);
    if (!post) return { hidden: true, path: null, quote: null, locale: null, changed: false };
    const changed = groundRevision !== null && groundRevision < post.revision;
    return { hidden: false, path: post.path, quote, locale: quoteLocale, changed };
  });
}
