import type { Locale } from '../core/i18n/locales';
import type { BookImprint } from './book';
import type { Format } from './building/format';

/** A handbook as it was frozen in one language. */
export interface Edition {
  id: string;
  handbookId: string;
  locale: Locale;
  /** From 1 in each language. */
  number: number;
  title: string;
  /** Of the frozen book. */
  sha256: string;
  imprint: BookImprint;
  decided: Decided;
  frozenAt: Date;
}

/** What whoever froze it has seen and let pass. */
export interface Decided {
  faults: number;
  machine: MachineChoice;
  note: string | null;
}

/** What becomes of texts that only a machine has translated: their originals are printed, or they are, with a mark. */
export const MACHINE_CHOICES = ['original', 'marked'] as const;
export type MachineChoice = (typeof MACHINE_CHOICES)[number];

export const FILE_STATES = ['waiting', 'building', 'ready', 'failed'] as const;

/** One file that was made, or is being made, of an edition. */
export interface EditionFile {
  format: Format;
  state: (typeof FILE_STATES)[number];
  /** 0–1 */
  done: number;
  sha256: string | null;
  bytes: number | null;
  /** Key of what went wrong. */
  problem: string | null;
}
