import { Invalid } from '../core/errors/refusal';
import type { FieldProblem } from '../core/errors/refusal';
import { plain } from './amount';
import type { Partnership } from './partnership.entity';
import type { PartnershipRecordInput } from './partnership.schema';

const amount = (value: string | null): string | null => value && plain(value);

/** The record in its original language, as forms and merges show it. */
export function originalOf(row: Partnership): PartnershipRecordInput & { revision: number } {
  return {
    name: row.name,
    locale: row.locale,
    acronym: row.acronym,
    programme: row.programme,
    purpose: row.purpose,
    contractReference: row.contractReference,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    currency: row.currency,
    budgetTotal: amount(row.budgetTotal),
    budgetFunder: amount(row.budgetFunder),
    budgetPartners: amount(row.budgetPartners),
    grantPercent: amount(row.grantPercent),
    grantCeiling: amount(row.grantCeiling),
    territory: row.territory,
    accent: row.accent,
    status: row.status,
    workingLocales: row.workingLocales,
    revision: row.revision,
  };
}

/** What must hold between the fields. @throws Invalid */
export function assertRecord(record: Partial<PartnershipRecordInput>): void {
  const problems: FieldProblem[] = [];
  if (record.startsOn && record.endsOn && record.endsOn < record.startsOn)
    problems.push({ path: 'endsOn', key: 'partnerships:problem.ends_before' });
  const { budgetTotal, budgetFunder, budgetPartners, grantCeiling } = record;
  if (!record.currency && [budgetTotal, budgetFunder, budgetPartners, grantCeiling].some(Boolean))
    problems.push({ path: 'currency', key: 'partnerships:problem.currency' });
  if (problems.length > 0) throw new Invalid(problems);
}

/** The record as a form shows it. */
export function typedRecord(row: Partnership): Record<string, string> {
  const { territory, workingLocales, ...record } = originalOf(row);
  const strings = Object.entries(record).map(([name, value]) => [name, String(value ?? '')]);
  const boxes = workingLocales.map((locale) => [`working_${locale}`, 'true']);
  return Object.fromEntries([...strings, ...boxes, ['territory', territory.join(' ')]]) as Record<
    string,
    string
  >;
}
