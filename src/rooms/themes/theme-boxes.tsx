import { themeWord, THEMES } from '../../directory/themes';
import { useLanguage } from '../../ui/language';
import { FieldError, FieldHint } from '../../ui/parts/field-frame';
import { described, useField } from '../../ui/parts/form-context';

/** What a thread is about: a box for each theme, in the order of the reader's alphabet. */
export function ThemeBoxes() {
  const language = useLanguage();
  const { t } = language;
  const facts = useField('themes');
  const chosen = facts.value.split(',');
  const { 'aria-describedby': describedBy } = described(facts, true);
  const boxes = THEMES.map((value) => ({ value, label: t(themeWord(value)) }));
  return (
    <fieldset
      class={facts.errors.length > 0 ? 'field has-error' : 'field'}
      id={facts.id}
      tabIndex={-1}
      aria-describedby={describedBy}
    >
      <legend class="legend">{t('rooms:themes.title')}</legend>
      <FieldHint id={facts.hintId}>{t('rooms:themes.hint')}</FieldHint>
      <FieldError id={facts.errorId} errors={facts.errors} />
      <div class="ticks">
        {language
          .sort(boxes, ({ label }) => label)
          .map(({ value, label }) => (
            <label class="check">
              <input type="checkbox" name="themes" value={value} checked={chosen.includes(value)} />
              <span>{label}</span>
            </label>
          ))}
      </div>
    </fieldset>
  );
}
