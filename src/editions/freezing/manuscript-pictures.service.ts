import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rendered } from '../../core/database/rendered';
import { withTranslations } from '../../core/database/translation';
import type { Locale } from '../../core/i18n/locales';
import { StoredFile } from '../../files/file.entity';
import type { ManuscriptFigure } from './manuscript';

/** Pictures of a book, with what has to be said of each. */
@Injectable()
export class ManuscriptPictures {
  constructor(private readonly database: DataSource) {}

  /**
   * By the id of the file, in the order given. What is no picture is left out, and so is what none of these texts has
   * been given: an address that somebody has typed gives nobody's pictures away.
   */
  async of(
    ids: readonly string[],
    texts: readonly string[],
    locale: Locale,
  ): Promise<Map<string, ManuscriptFigure>> {
    const query = this.database
      .createQueryBuilder(StoredFile, 'file')
      .where('file.id = any(:ids) and file.width is not null', { ids })
      .andWhere('exists (select from file_uses where file_id = file.id and owner_id = any(:texts))', {
        texts,
      });
    const rows = await withTranslations(query, 'file', [locale]).getMany();
    const found = new Map(rows.map((row) => [row.id, figureOf(row, locale)]));
    return new Map([...new Set(ids)].filter((id) => found.has(id)).map((id) => [id, found.get(id)!]));
  }
}

const figureOf = (row: StoredFile, locale: Locale): ManuscriptFigure => ({
  ...{ id: row.id, sha256: row.sha256, type: row.type, width: row.width!, height: row.height! },
  ...{ credit: row.credit, licence: row.licence },
  alt: rendered(row, ({ alt }) => alt, [locale]),
  consented: row.consent === 'yes' || row.consent === 'nobody',
});
