import type { EntityManager, EntityTarget } from 'typeorm';
import { carryOver, rememberOriginal, type Change } from '../texts/original-revisions';
import type { TranslatableEntity, TranslationEntity } from './translation';

type Row = TranslatableEntity & { id: string };

interface Kind<Owner extends Row> {
  /** Name of the text kind. */
  name: string;
  entity: EntityTarget<Owner>;
  translation: EntityTarget<TranslationEntity>;
  /** What translators translate, beside the language itself. */
  strings: (keyof Owner & string)[];
}

/**
 * Compare-and-set: saves on top of revision `base`, or not at all because somebody saved first (DESIGN §7).
 * What the text said is remembered. When none of the strings changed, or no more than a typo, translations that were
 * up to date stay so.
 */
export async function revise<Owner extends Row>(
  tx: EntityManager,
  { name, entity, translation, strings }: Kind<Owner>,
  id: string,
  base: number,
  changes: Partial<Owner>,
  change: Change,
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
    (string) => string in changes && changes[string] !== before[string],
  );
  if (told) {
    const said = Object.fromEntries(strings.map((string) => [string, before[string] as string | null]));
    await rememberOriginal(
      tx,
      { kind: name, id, revision: base, locale: before.locale, strings: said },
      change,
    );
  }
  if (!told || change.weight === 'typo') {
    const { tableName } = tx.dataSource.getMetadata(translation);
    await carryOver(tx, tableName, { id, revision: base });
  }
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
