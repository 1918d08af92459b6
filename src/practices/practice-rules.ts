import { Invalid, type FieldProblem } from '../core/errors/refusal';
import { visibleLength } from '../core/texts/text-length';
import type { Practice } from './practice.entity';
import type { PracticeField } from './practice.schema';
import { STEPS, type StepName } from './form/steps';
import { TRANSFER, TRANSFER_LIMIT } from './practice-strings';
import type { ListName } from './rows/practice-row.schema';

type Said = Pick<Practice, PracticeField>;

/** How Eurostat calls countries that have another code elsewhere. */
const NUTS_COUNTRIES: Record<string, string> = { GR: 'EL', GB: 'UK' };

/** What must hold between the fields of a case at any time. @throws Invalid */
export function assertPractice(said: Said): void {
  const problems: FieldProblem[] = [];
  const { startsOn, endsOn, ongoing, country, nuts, currency } = said;
  if (startsOn && endsOn && endsOn < startsOn)
    problems.push({ path: 'endsOn', key: 'practices:problem.ends_before' });
  if (ongoing && endsOn) problems.push({ path: 'endsOn', key: 'practices:problem.ends_and_goes_on' });
  if (nuts && country && !nuts.startsWith(NUTS_COUNTRIES[country] ?? country))
    problems.push({ path: 'nuts', key: 'practices:problem.nuts_elsewhere' });
  if (!currency && (said.setupAmount || said.runningAmount))
    problems.push({ path: 'currency', key: 'practices:problem.currency' });
  const length = TRANSFER.reduce((sum, name) => sum + visibleLength(said[name] ?? ''), 0);
  if (length > TRANSFER_LIMIT)
    problems.push({
      path: TRANSFER.find((name) => said[name])!,
      key: 'practices:problem.transfer_long',
      values: { limit: TRANSFER_LIMIT, length },
    });
  if (problems.length > 0) throw new Invalid(problems);
}

/** What a case lacks before it can be submitted. */
export interface Missing {
  step: StepName;
  field: PracticeField | ListName;
}

export function missingOf(said: Said, counts: Record<ListName, number>): Missing[] {
  const empty = (value: unknown) =>
    value === null || value === false || (Array.isArray(value) && value.length === 0);
  return STEPS.flatMap(({ name: step, fields, list }) => [
    ...fields
      .filter(({ name, optional }) => !optional && empty(said[name]))
      .filter(({ name }) => !(name === 'endsOn' && said.ongoing) && !(name === 'ongoing' && said.endsOn))
      .map(({ name: field }): Missing => ({ step, field })),
    ...(list && !list.optional && counts[list.name] === 0 ? [{ step, field: list.name }] : []),
    ...(said.quote !== null && step === 'more' ? quotation(said) : []),
  ]);
}

/** Nobody is quoted without her name and her consent. */
const quotation = ({ quotedPerson, quoteConsent }: Said): Missing[] => [
  ...(quotedPerson === null ? [{ step: 'more' as const, field: 'quotedPerson' as const }] : []),
  ...(quoteConsent ? [] : [{ step: 'more' as const, field: 'quoteConsent' as const }]),
];
