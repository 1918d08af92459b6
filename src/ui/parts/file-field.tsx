import type { ComponentChildren } from 'preact';
import { FieldFrame } from './field-frame';
import { described, useField } from './form-context';

interface FileFieldProps {
  name: string;
  label: string;
  hint?: ComponentChildren;
  optional?: boolean;
  /** Endings that the browser offers first: `.xlf,.csv`. */
  accept?: string;
}

/** One file from the reader's machine. Its form says `files`. Browsers never send back what was chosen before. */
export function FileField({ name, label, hint, optional, accept }: FileFieldProps) {
  const facts = useField(name);
  return (
    <FieldFrame facts={facts} label={label} hint={hint} optional={optional}>
      <input
        class="input"
        id={facts.id}
        name={name}
        type="file"
        accept={accept}
        required={facts.demanding && !optional}
        {...described(facts, Boolean(hint))}
      />
    </FieldFrame>
  );
}
