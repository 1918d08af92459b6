import { Refusal, type FieldProblem } from '../../core/errors/refusal';
import { line as lineSchema, prose } from '../../core/http/text.schema';
import { isMarkdown, type TextString } from '../../core/texts/text-kind';
import type { Actor } from '../../core/access/actor';
import { assertSound } from '../checks/soundness';
import { composed } from '../composing';
import { assertFits, changed, type SegmentChange } from '../segment-changes';
import type { Segment } from '../segment';
import type { Workshop } from '../workshop';
import { lostMarks } from './marks';
import { matched } from './matching';
import { ACTS, verdictOf, type Verdict } from './verdict';
import type { IncomingUnit } from './unit';

/** What would happen to one block of a file. */
export interface PlanLine {
  unit: IncomingUnit;
  verdict: Verdict;
  /** The translation as it would stand. */
  text: string | null;
  /** The translation that stands now. */
  before: string | null;
  /** Marks of the original that the translation has lost. */
  lost: string[];
  /** What exactly is wrong, where more is known. */
  why?: FieldProblem;
}

export interface TextPlan {
  /** Undefined when the text is not there for this person. */
  workshop: Workshop | undefined;
  lines: PlanLine[];
  changes: SegmentChange[];
}

/** What an import would do to one text. */
export function planText(
  actor: Actor,
  workshop: Workshop | undefined,
  units: readonly IncomingUnit[],
  from: string,
): TextPlan {
  if (!workshop) return refusedWhole(workshop, units, 'not_found');
  if (workshop.text.locale !== from) return refusedWhole(workshop, units, 'language');
  if (!workshop.can.translate) return refusedWhole(workshop, units, 'not_allowed');
  const places = matched(units, workshop.segments);
  const planned = units.map((unit) => planUnit(workshop, unit, places.get(unit)));
  return shownWhole(actor, workshop, sound(workshop, planned));
}

interface Planned {
  line: PlanLine;
  change?: SegmentChange;
}

/** Without those that would break the text for its readers. */
function sound(workshop: Workshop, planned: readonly Planned[]): Planned[] {
  const changes = planned.flatMap(({ change }) => change ?? []);
  const problems = refusalOf(() => assertSound(workshop, changes))?.fields ?? [];
  const byId = new Map(problems.map((problem) => [problem.path.replace(/^text\./, ''), problem]));
  return planned.map(({ line, change }): Planned => {
    const why = change && byId.get(change.id);
    if (why) return { line: { ...line, verdict: 'unsound', why } };
    return { line, ...(change && { change }) };
  });
}

/** All of one text, or nothing of it when the whole could not be shown. */
function shownWhole(actor: Actor, workshop: Workshop, planned: readonly Planned[]): TextPlan {
  const changes = planned.flatMap(({ change }) => change ?? []);
  const lines = planned.map(({ line }) => line);
  const fault = faultOf(actor, workshop, changes);
  if (!fault) return { workshop, lines, changes };
  const refused = lines.map((line) => (ACTS.includes(line.verdict) ? { ...line, verdict: fault } : line));
  return { workshop, lines: refused, changes: [] };
}

const refusedWhole = (
  workshop: Workshop | undefined,
  units: readonly IncomingUnit[],
  verdict: Verdict,
): TextPlan => ({ workshop, lines: units.map((unit) => lineOf(unit, verdict)), changes: [] });

const lineOf = (unit: IncomingUnit, verdict: Verdict, more: Partial<PlanLine> = {}): PlanLine => ({
  ...{ unit, verdict, text: unit.target, before: null, lost: [] },
  ...more,
});

function planUnit({ kind }: Workshop, unit: IncomingUnit, segment: Segment | undefined): Planned {
  const string = kind.strings.find(({ name }) => name === unit.string);
  if (!segment || !string) return { line: lineOf(unit, 'gone') };
  const before = segment.text;
  if (unit.target === before)
    return { line: lineOf(unit, before === null ? 'untranslated' : 'same', { before }) };
  const read = readText(string, unit.target);
  if (read.fault) return { line: lineOf(unit, read.fault, { before }) };
  const verdict = verdictOf(unit, read.text, segment);
  const lost = read.text === null ? [] : lostMarks(unit.source, read.text, isMarkdown(string.form));
  const line = lineOf(unit, verdict, { text: read.text, before, lost });
  if (!ACTS.includes(verdict)) return { line };
  const { id, version } = segment;
  const old = verdict === 'outdated' ? { madeFrom: unit.source } : {};
  return { line, change: { id, version, text: read.text!, status: 'draft', ...old } };
}

/** As a form would keep it. */
function readText(
  { form, limit }: TextString,
  target: string | null,
): { text: string | null; fault?: Verdict } {
  if (target === null || target.trim() === '') return { text: null };
  const schema = form === 'line' ? lineSchema(limit) : prose(limit);
  const read = schema.safeParse(target);
  if (read.success) return { text: read.data.trim() };
  return {
    text: null,
    fault: read.error.issues.some(({ code }) => code === 'too_big') ? 'too_long' : 'characters',
  };
}

/** Whether the whole text could not be shown with these changes. */
function faultOf(actor: Actor, workshop: Workshop, changes: readonly SegmentChange[]): Verdict | undefined {
  if (changes.length === 0) return undefined;
  const { kind, text } = workshop;
  const made = new Map(changes.map((change) => [change.id, changed(actor, workshop, change, 'import')]));
  const segments = workshop.segments.map((segment) => made.get(segment.id) ?? segment);
  if (refusalOf(() => assertFits(kind, text, segments))) return 'too_long';
  const strings = composed(kind, text, segments);
  return strings && refusalOf(() => kind.derived(text, strings)) ? 'markup' : undefined;
}

function refusalOf(attempt: () => unknown): Refusal | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
