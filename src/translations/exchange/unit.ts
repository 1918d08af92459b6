import { createHash } from 'node:crypto';
import type { Locale } from '../../core/i18n/locales';
import type { TranslationStatus } from '../../core/database/translation';
import type { Piece } from '../machine/marked/piece';

/** One block of an original with its translation, as it leaves the hub. */
export interface Unit {
  /** The string of the text that it is part of, and its place there, from 0. */
  string: string;
  position: number;
  source: Piece[];
  target: Piece[] | null;
  state: 'missing' | 'outdated' | TranslationStatus;
  /** Characters at most, when the block is the whole of its string. */
  limit: number | null;
}

/**
 * Texts of one file. An import locks the translation of each until it ends, and PostgreSQL keeps some 6,400 locks for
 * all that goes on at a time.
 */
export const MOST_TEXTS = 2500;

/** The units of one text. */
export interface UnitsOfText {
  kind: string;
  id: string;
  title: string;
  /** Where it is read. */
  address: string;
  units: Unit[];
}

/** Everything of one export: a pair of languages. */
export interface Parcel {
  from: Locale;
  to: Locale;
  texts: UnitsOfText[];
}

/** One block as it came back. */
export interface IncomingUnit {
  kind: string;
  id: string;
  string: string;
  position: number;
  source: string;
  target: string | null;
  /** What stood in the hub when the file was made: see `baseOf`; undefined when a tool has dropped it. */
  base: string | undefined;
  /** Where it stands in the file. */
  line: number;
}

export const PROBLEMS = ['id', 'doubled', 'language', 'code', 'source'] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

/** What is wrong with one place of a file; the rest of it can still be taken. */
export interface IncomingProblem {
  line: number;
  code: ProblemCode;
  /** What stands there. */
  what: string;
}

export interface Incoming {
  from: string;
  to: string;
  units: IncomingUnit[];
  problems: IncomingProblem[];
}

/** A mark of a translation's words, so that nobody's later work is replaced by a file made before. `none` for no words. */
export const baseOf = (text: string | null): string =>
  text === null ? 'none' : createHash('sha256').update(text).digest('base64url').slice(0, 12);

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** `post.<uuid>`: a name in both versions of XLIFF. */
export const textId = ({ kind, id }: Pick<UnitsOfText, 'kind' | 'id'>): string => `${kind}.${id}`;

/** `body.3`. */
export const unitId = ({ string, position }: Pick<Unit, 'string' | 'position'>): string =>
  `${string}.${position}`;

export function readTextId(written: string | undefined): { kind: string; id: string } | undefined {
  const [, kind = '', id = ''] = /^([a-z_]{1,40})\.(.{36})$/.exec(written ?? '') ?? [];
  return UUID.test(id) ? { kind, id } : undefined;
}

export function readUnitId(written: string | undefined): { string: string; position: number } | undefined {
  const [, string, position] = /^([A-Za-z_]{1,40})\.(\d{1,5})$/.exec(written ?? '') ?? [];
  return string === undefined ? undefined : { string, position: Number(position) };
}

/** `sl-SI` and `SL` are `sl`: tools add countries. */
export const languageIn = (tag: string | undefined): string => (tag ?? '').toLowerCase().split(/[-_]/)[0]!;
