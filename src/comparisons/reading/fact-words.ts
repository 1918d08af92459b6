import type { Key } from '../../core/i18n/keys';
import type { Language } from '../../core/i18n/language';
import type { Confidence, Flag, Unit } from '../comparison-facts';
import { rounded, type Step } from './figures';

type Say = Language['t'];

const STEP: Record<Step, Key> = {
  0: 'comparisons:reading.step.0',
  1: 'comparisons:reading.step.1',
  2: 'comparisons:reading.step.2',
  3: 'comparisons:reading.step.3',
  4: 'comparisons:reading.step.4',
};

/** What a class of the scale means. */
export const stepIn = (t: Say, step: Step): string => t(STEP[step]);

export const flagsIn = (t: Say, flags: readonly Flag[]): string =>
  flags.map((flag) => t(`comparisons:flag.${flag}`)).join(', ');

export const unitIn = (t: Say, unit: Unit): string => t(`comparisons:unit.${unit}`);

export const confidenceIn = (t: Say, confidence: Confidence): string =>
  t(`comparisons:confidence.${confidence}`);

/** A score as it is shown everywhere: with one decimal. */
export const scoreIn = (language: Language, score: number): string =>
  language.decimal(String(rounded(score)), 1, 1);
