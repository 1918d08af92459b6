import { offeredTimeZones } from './time-zones';
import { useLanguage } from '../ui/language';
import { Choice } from '../ui/parts/choice';
import { Field } from '../ui/parts/field';
import { LanguageSelect } from '../ui/parts/language-select';
import { useField } from '../ui/parts/form-context';
import { ReadingFields } from './reading-fields';
import { SHORTEST_PASSWORD } from './person.schema';

/** What an error summary calls the fields that stand in parts of their own. */
export function usePersonLabels(): Record<string, string> {
  const { t } = useLanguage();
  return {
    password: t('accounts:field.password'),
    locale: t('accounts:field.locale'),
    timeZone: t('accounts:field.time_zone'),
  };
}

/** How somebody wants to read: asked when signing up and in the settings. */
export function ReadingPreferences() {
  const { t } = useLanguage();
  return (
    <>
      <LanguageSelect
        name="locale"
        label={t('accounts:field.locale')}
        hint={t('accounts:field.locale_hint')}
      />
      <ReadingFields />
      <TimeZoneChoice />
    </>
  );
}

/** A password that is being chosen. */
export function NewPassword({ label }: { label: string }) {
  const { t } = useLanguage();
  return (
    <Field
      name="password"
      type="password"
      label={label}
      hint={t('accounts:field.password_hint', { min: SHORTEST_PASSWORD })}
      autocomplete="new-password"
    />
  );
}

function TimeZoneChoice() {
  const { t } = useLanguage();
  const own = useField('timeZone').value;
  const options = offeredTimeZones(own).map((name) => ({ value: name, label: name.replaceAll('_', ' ') }));
  return <Choice name="timeZone" label={t('accounts:field.time_zone')} options={options} />;
}
