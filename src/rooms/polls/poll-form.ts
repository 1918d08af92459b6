import { Invalid, type FieldProblem } from '../../core/errors/refusal';
import { invalid } from '../../core/http/issues';
import { clockTime, momentOf } from './local-moment';
import { OPTION_LIMIT } from './poll-facts';
import { faultsOf, faultsOfTime } from './poll-faults';
import { pollForm, type MomentForm, type NewPoll, type OptionalPoll, type PollForm } from './poll.schema';
import type { StandingPoll } from './standing-poll';

/** Who gives a day only means its end of work. */
const USUAL_TIME = '18:00';

/** Fields of the form by those of the poll. */
const FIELDS: Record<string, string> = { closesAt: 'closesOn' };

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

/** A poll as a form sends it: an answer on each line, the time by the reader's own clock. @throws Invalid */
export function readPollForm(form: PollForm, timeZone: string): NewPoll {
  const { kind, question, votes } = form;
  const options = kind === 'sense_check' ? [] : lines(form.options);
  const poll = {
    ...{ kind, question, options, secret: votes === 'secret' },
    most: kind === 'multiple' && form.most ? Number(form.most) : null,
    closesAt: readMoment(form, timeZone),
  };
  const faults = faultsOf(poll);
  if (options.some((label) => label.length > OPTION_LIMIT))
    faults.push({ path: 'options', key: 'rooms:poll.wrong.long', values: { max: OPTION_LIMIT } });
  refuse(faults);
  return poll;
}

/** The fields of a poll in a form that may go without one. @throws Invalid */
export function readOptionalPoll(fields: OptionalPoll, timeZone: string): { poll?: NewPoll } {
  if (!fields.question?.trim() && !fields.options?.trim()) return {};
  const read = pollForm.safeParse(fields);
  if (!read.success) throw invalid(read.error.issues);
  return { poll: readPollForm(read.data, timeZone) };
}

/** Another time for a poll, as a form sends it. @throws Invalid */
export function readClosingTime(form: MomentForm, timeZone: string): string | null {
  const closesAt = readMoment(form, timeZone);
  refuse(faultsOfTime(closesAt));
  return closesAt;
}

function readMoment({ closesOn, closesTime }: MomentForm, timeZone: string): string | null {
  if (!closesOn) return null;
  const closes = momentOf({ date: closesOn, time: closesTime || USUAL_TIME }, timeZone);
  if (Number.isNaN(closes.getTime())) throw Invalid.field('closesOn', 'errors:field.format');
  return closes.toISOString();
}

function refuse(faults: FieldProblem[]): void {
  if (faults.length > 0)
    throw new Invalid(faults.map((fault) => ({ ...fault, path: FIELDS[fault.path] ?? fault.path })));
}

/** What the form shows of a poll that is to be changed. */
export function pollFormValues(poll: StandingPoll, timeZone: string): Record<string, string> {
  const { kind, question, most, secret, edition } = poll;
  return {
    ...{ kind, question, votes: secret ? 'secret' : 'open', edition: String(edition) },
    options: poll.options.map(({ label }) => label).join('\n'),
    most: most === null ? '' : String(most),
    ...momentValues(poll, timeZone),
  };
}

export function momentValues({ closesAt }: StandingPoll, timeZone: string): MomentForm {
  const { date, time } = closesAt ? clockTime(closesAt, timeZone) : { date: '', time: USUAL_TIME };
  return { closesOn: date, closesTime: time };
}

export const freshPollValues = { kind: 'single', votes: 'open', closesTime: USUAL_TIME };
