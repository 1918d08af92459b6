import type { DeepPartial, EntityManager, EntityTarget } from 'typeorm';
import type { TranslatableEntity, TranslationEntity } from './translation';

type Row = TranslatableEntity & { id: string };

interface Kind<Owner extends Row> {
  entity: EntityTarget<Owner>;
  translation: EntityTarget<TranslationEntity>;
  /** What translators translate, beside the language itself. */
  strings: (keyof Owner & string)[];
}

/**
 * Compare-and-set: saves on top of revision `base`, or not at all because somebody saved first (DESIGN §7).
 * When none of the strings changed, translations that were up to date stay so.
 */
export async function revise<Owner extends Row>(
  tx: EntityManager,
  { entity, translation, strings }: Kind<Owner>,
  id: string,
  base: number,
  changes: Partial<Owner>,
): Promise<boolean> {
  const before = await lockAt(tx, entity, id, base);
  if (!before) return false;
  await tx
    .createQueryBuilder()
    .update(entity)
    .set({ ...(changes as object), revision: base + 1 } as never)
    .where('id = :id and revision = :base', { id, base })
    .execute();
  const told = (['locale', ...strings] as (keyof Owner)[]).some(
    (name) => name in changes && changes[name] !== before[name],
  );
  if (!told) await carryOver(tx, translation, id, base);
  return true;
}

async function lockAt<Owner extends Row>(
  tx: EntityManager,
  entity: EntityTarget<Owner>,
  id: string,
  base: number,
) {
  return tx
    .createQueryBuilder(entity, 'row')
    .setLock('pessimistic_write')
    .where('row.id = :id and row.revision = :base', { id, base })
    .getOne();
}

async function carryOver(
  tx: EntityManager,
  translation: EntityTarget<TranslationEntity>,
  id: string,
  base: number,
) {
  await tx
    .createQueryBuilder()
    .update(translation)
    .set({ sourceRevision: base + 1 } satisfies DeepPartial<TranslationEntity>)
    .where('owner_id = :id and source_revision = :base', { id, base })
    .execute();
}
