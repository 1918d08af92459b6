import type { Language } from '../../core/i18n/language';

/** 2018-S1, 2018-Q3 */
const PART = /^(\d{4})-([SQT])(\d)$/;

/** A period as people say it; what has no words stays as it is written. */
export function periodWords(language: Language, period: string): string {
  if (!period) return '';
  const [start = '', end] = period.split('/');
  if (end && !end.startsWith('P'))
    return language.range(momentWords(language, start), momentWords(language, end));
  return end ? period : momentWords(language, start);
}

function momentWords(language: Language, moment: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(moment)) return language.calendarDate(moment);
  if (/^\d{4}-\d{2}$/.test(moment)) return language.month(moment);
  const [, year, kind, number] = PART.exec(moment) ?? [];
  if (!year || !number) return moment;
  if (kind === 'S') return language.t('comparisons:reading.half_year', { number, year });
  return kind === 'Q' ? language.t('comparisons:reading.quarter', { number, year }) : moment;
}

/** The first and the last year of a period, or of the day on which an answer was true. */
export function yearsOf(period: string, validOn: string | null): { from: number; to: number } | null {
  const text = period || (validOn ?? '');
  const from = Number(text.slice(0, 4));
  if (!/^\d{4}/.test(text)) return null;
  const [, end = ''] = text.split('/');
  if (/^\d{4}/.test(end)) return { from, to: Number(end.slice(0, 4)) };
  const [, length, unit] = /^P(\d{1,4})([YM])$/.exec(end) ?? [];
  if (!length) return { from, to: from };
  const months = Number(length) * (unit === 'Y' ? 12 : 1) + (Number(text.slice(5, 7)) || 1) - 2;
  return { from, to: from + Math.floor(Math.max(0, months) / 12) };
}
