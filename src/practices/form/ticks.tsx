import { useLanguage } from '../../ui/language';
import { Checkbox } from '../../ui/parts/checkbox';
import { FieldError, FieldHint } from '../../ui/parts/field-frame';
import { described, useField } from '../../ui/parts/form-context';
import type { Key } from '../../core/i18n/keys';
import { boxName, CHOICES, type TickedField } from './step-values';

interface TicksProps {
  name: TickedField;
  label: string;
  hint: string;
  word: (value: string) => Key;
}

/** Several of a list, each a box of its own. */
export function Ticks({ name, label, hint, word }: TicksProps) {
  const { t } = useLanguage();
  const facts = useField(name);
  const { 'aria-describedby': describedBy } = described(facts, true);
  return (
    <fieldset
      class={facts.errors.length > 0 ? 'field has-error' : 'field'}
      id={facts.id}
      tabIndex={-1}
      aria-describedby={describedBy}
    >
      <legend class="legend">{label}</legend>
      <FieldHint id={facts.hintId}>{hint}</FieldHint>
      <FieldError id={facts.errorId} errors={facts.errors} />
      <div class="ticks">
        {CHOICES[name].map((value) => (
          <Checkbox name={boxName(name, value)} label={t(word(value))} />
        ))}
      </div>
    </fieldset>
  );
}
