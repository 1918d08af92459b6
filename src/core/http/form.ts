import type { FieldProblem, Refusal } from '../errors/refusal';

/**
 * What a form shows: what was typed, and what was wrong with it.
 * A fresh form has values and no problems; a refused one keeps every character.
 */
export interface FormState {
  values: Record<string, string>;
  /** By field name. */
  problems: FieldProblem[];
  /** What is wrong with the whole of it: a refusal of the verb, a conflict. */
  refusal?: Refusal;
}

export const freshForm = (values: Record<string, string> = {}): FormState => ({ values, problems: [] });
