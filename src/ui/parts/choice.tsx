import type { ComponentChildren } from 'preact';
import { FieldFrame } from './field-frame';
import { described, useField } from './form-context';

export interface Option {
  value: string;
  label: string;
  /** When the label is in another language than the page. */
  lang?: string;
  hint?: string;
}

interface ChoiceProps {
  name: string;
  label: string;
  hint?: ComponentChildren;
  options: Option[];
  /** `silently`: one of several that are optional together, which their group says. */
  optional?: boolean | 'silently';
  /** Words of the empty option, which stands first; without it the first option is chosen. */
  empty?: string;
}

/** One of many, as a select. */
export function Choice({ name, label, hint, options, optional, empty }: ChoiceProps) {
  const facts = useField(name);
  return (
    <FieldFrame facts={facts} label={label} hint={hint} optional={optional === true}>
      <select
        class="input"
        id={facts.id}
        name={name}
        required={facts.demanding && !optional}
        {...described(facts, Boolean(hint))}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label: words, lang }) => (
          <option value={value} lang={lang} selected={value === facts.value}>
            {words}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
