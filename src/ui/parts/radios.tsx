import type { ComponentChildren } from 'preact';
import type { Option } from './choice';
import { FieldError, FieldHint, Optional } from './field-frame';
import { described, useField } from './form-context';

interface RadiosProps {
  name: string;
  label: string;
  hint?: ComponentChildren;
  options: Option[];
  optional?: boolean;
  /** What is chosen as long as nothing was. */
  usual?: string;
  /** Side by side instead of one below the other, for two or three short words. */
  across?: boolean;
}

/** One of few, all visible. */
export function Radios({ name, label, hint, options, optional, usual, across }: RadiosProps) {
  const facts = useField(name);
  const { 'aria-describedby': describedBy } = described(facts, Boolean(hint));
  return (
    <fieldset class={facts.errors.length > 0 ? 'field has-error' : 'field'} aria-describedby={describedBy}>
      <legend class="legend">
        {label}
        {optional && <Optional />}
      </legend>
      {hint && <FieldHint id={facts.hintId}>{hint}</FieldHint>}
      <FieldError id={facts.errorId} errors={facts.errors} />
      <div class={across ? 'row' : undefined}>
        {options.map(({ value, label: words, lang, hint: more }, place) => (
          <label class="check">
            <input
              type="radio"
              id={place === 0 ? facts.id : undefined}
              name={name}
              value={value}
              checked={value === (facts.value || usual)}
              required={facts.demanding && !optional}
            />
            <span>
              <span lang={lang}>{words}</span>
              {more && <span class="hint">{more}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
