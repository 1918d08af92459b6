import type { ComponentChildren } from 'preact';
import { described, useField } from './form-context';
import { FieldFrame } from './field-frame';

interface FieldProps {
  name: string;
  label: string;
  hint?: ComponentChildren;
  /** Says so after the label; the others are required. */
  optional?: boolean;
  type?: 'text' | 'email' | 'password' | 'url' | 'date' | 'time' | 'number' | 'search' | 'tel';
  autocomplete?: string;
  /** Language that is to be written in. */
  lang?: string;
  /** How much is expected: the field is as wide as its answer. */
  width?: 'short' | 'middle';
  /** Language tags, addresses and codes are not for the spelling checker. */
  spellcheck?: boolean;
  readonly?: boolean;
}

/** One line of text. Reads its value and its problems from the Form around it. */
export function Field({ name, label, hint, optional, type = 'text', width, ...rest }: FieldProps) {
  const facts = useField(name);
  const number = type === 'number';
  return (
    <FieldFrame facts={facts} label={label} hint={hint} optional={optional}>
      <input
        class={width ? `input input-${width}` : 'input'}
        id={facts.id}
        name={name}
        type={plainly(number ? 'text' : type)}
        inputMode={number ? 'decimal' : undefined}
        value={type === 'password' ? '' : facts.value}
        required={facts.demanding && !optional}
        {...described(facts, Boolean(hint))}
        {...rest}
      />
    </FieldFrame>
  );
}

/** Preact's types tell the kinds of input apart by their roles, which play no part here. */
const plainly = (type: string): 'text' => type as 'text';
