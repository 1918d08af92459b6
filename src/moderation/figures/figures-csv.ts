import { writeCsv } from '../../core/csv/csv';
import type { Language } from '../../core/i18n/language';
import { figureWords } from './figure-words';
import type { YearlyFigures } from './figures.schema';

/** The figures as a table: the names that programs know, and the words of the reader. */
export function figuresCsv({ year, figures, medianHours }: YearlyFigures, { t }: Language): string {
  const rows = figures.map((each) => {
    const { group, name, count } = each;
    return [
      String(year),
      group,
      name,
      t(`moderation:figures.group.${group}`),
      t(figureWords(each)),
      String(count),
    ];
  });
  const median = [
    ...[String(year), 'duration', 'median_hours', t('moderation:figures.group.duration')],
    ...[t('moderation:figures.median'), medianHours === null ? '' : String(medianHours)],
  ];
  return writeCsv([['year', 'group', 'name', 'group_words', 'words', 'value'], ...rows, median]);
}
