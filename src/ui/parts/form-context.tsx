import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FormState } from '../../core/http/form';
import { useLanguage } from '../language';

interface Around {
  state: FormState;
  /** Keeps ids apart when two forms on one page have a field of the same name. */
  prefix: string;
  /** Filters ask by GET and demand nothing. */
  demanding: boolean;
}

export const FormContext = createContext<Around>({
  state: { values: {}, problems: [] },
  prefix: '',
  demanding: false,
});

export function fieldId(prefix: string, name: string): string {
  return `${prefix ? `${prefix}-` : ''}field-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`;
}

export interface FieldFacts {
  id: string;
  value: string;
  errors: string[];
  hintId: string;
  errorId: string;
  demanding: boolean;
}

/** What a field knows of itself: the value that was typed, and what was wrong with it. */
export function useField(name: string): FieldFacts {
  const { state, prefix, demanding } = useContext(FormContext);
  const { t } = useLanguage();
  const id = fieldId(prefix, name);
  return {
    id,
    value: state.values[name] ?? '',
    errors: state.problems.filter(({ path }) => path === name).map(({ key, values }) => t(key, values)),
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    demanding,
  };
}

/** Browsers drop one line break at the start of a textarea; what was typed keeps its own. */
export const textareaValue = (value: string): string => (/^\r?\n/.test(value) ? `\n${value}` : value);

/** Attributes that tie a control to its hint and error. */
export function described(facts: FieldFacts, hasHint: boolean) {
  const ids = [hasHint && facts.hintId, facts.errors.length > 0 && facts.errorId].filter(Boolean);
  return {
    'aria-describedby': ids.join(' ') || undefined,
    'aria-invalid': facts.errors.length > 0 ? ('true' as const) : undefined,
  };
}
