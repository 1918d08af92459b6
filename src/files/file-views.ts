import type { EntityManager, ObjectLiteral } from 'typeorm';
import { rendered } from '../core/database/rendered';
import { withTranslations } from '../core/database/translation';
import type { Locale } from '../core/i18n/locales';
import { StoredFile, type FileTranslation } from './file.entity';
import type { FileView } from './file.schema';

/** Path of the file itself, which has no language. */
export const contentPath = (id: string): string => `/files/${id}`;

/** Files with the translations that the reader might be shown. `where` speaks of `file`. */
export function findFiles(
  database: EntityManager,
  where: string,
  values: ObjectLiteral,
  locales: readonly Locale[],
): Promise<StoredFile[]> {
  const query = database.createQueryBuilder(StoredFile, 'file').where(where, values);
  return withTranslations(query, 'file', locales).orderBy('file.createdAt', 'DESC').getMany();
}

/** The same as readers see them, in the same order. */
export async function viewsOf(
  database: EntityManager,
  files: StoredFile[],
  locales: readonly Locale[],
): Promise<FileView[]> {
  const images = files.filter(({ width }) => width !== null).map(({ id }) => id);
  const sizes =
    images.length === 0
      ? []
      : await database.query<{ file_id: string; width: number }[]>(
          'select file_id, width from file_variants where file_id = any($1::uuid[]) order by width',
          [images],
        );
  return files.map((file) =>
    toView(
      file,
      sizes.filter(({ file_id }) => file_id === file.id).map(({ width }) => width),
      locales,
    ),
  );
}

const toView = (file: StoredFile, widths: number[], locales: readonly Locale[]): FileView => ({
  ...{ id: file.id, name: file.name, type: file.type, size: file.size },
  ...{ width: file.width, height: file.height, widths, address: contentPath(file.id) },
  alt: rendered<StoredFile, FileTranslation>(file, ({ alt }) => alt, locales),
  ...{ credit: file.credit, licence: file.licence, consent: file.consent },
  ...{ revision: file.revision, locale: file.locale, uploadedAt: file.createdAt.toISOString() },
});
