import type { ComponentChildren } from 'preact';
import { FieldError, FieldHint } from './field-frame';
import { described, useField } from './form-context';

interface CheckboxProps {
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** What is sent when it is ticked. */
  value?: string;
  /** Must be ticked, such as a consent. */
  required?: boolean;
  /** Drawn as a switch, for settings that hold at once. */
  switch?: boolean;
  lang?: string;
}

/** Yes or no. Ticked when the form's value is its own value. */
export function Checkbox({
  name,
  label,
  hint,
  value = 'true',
  required,
  switch: asSwitch,
  lang,
}: CheckboxProps) {
  const facts = useField(name);
  return (
    <div class={facts.errors.length > 0 ? 'field has-error' : 'field'}>
      <FieldError id={facts.errorId} errors={facts.errors} />
      <label class="check">
        <input
          type="checkbox"
          role={asSwitch ? 'switch' : undefined}
          id={facts.id}
          name={name}
          value={value}
          checked={facts.value === value}
          required={required}
          {...described(facts, Boolean(hint))}
        />
        <span lang={lang}>{label}</span>
      </label>
      {hint && (
        <span class="check-hint">
          <FieldHint id={facts.hintId}>{hint}</FieldHint>
        </span>
      )}
    </div>
  );
}
