import { createHash } from 'node:crypto';
import type { FieldProblem } from '../../core/errors/refusal';
import type { IncomingProblem } from './unit';
import type { Verdict } from './verdict';

/** What would become of one entry of a file. */
export interface ReportLine {
  /** Where it stands in the file. */
  line: number;
  verdict: Verdict;
  /** What it is about, for programs: a text and a segment of it, a concept. */
  id: string;
  source: string;
  /** What would stand, and what stands now. */
  text: string | null;
  before: string | null;
  /** Marks of the original that the translation has lost. */
  lost: string[];
  /** What exactly is wrong, where more is known. */
  why?: FieldProblem;
  title?: string;
  path?: string;
}

/** What a file would do. */
export interface Report {
  kind: 'translations' | 'memory' | 'terms';
  /** Null for files of all languages. */
  from: string | null;
  to: string | null;
  lines: ReportLine[];
  problems: IncomingProblem[];
  /** A mark of all this: what was shown is done, or nothing. */
  seen: string;
}

/** The same for the same, so that a decision is about what was shown. */
export const markOf = (told: unknown): string =>
  createHash('sha256').update(JSON.stringify(told)).digest('base64url');
