import type { Key } from '../core/i18n/keys';
import { useLanguage } from '../ui/language';
import { FieldGroup } from '../ui/parts/field-group';
import { LanguageSelect } from '../ui/parts/language-select';
import { READING_PLACES } from './person.schema';

const PLACES: Key[] = [
  'accounts:field.reading_1',
  'accounts:field.reading_2',
  'accounts:field.reading_3',
  'accounts:field.reading_4',
];

/** Languages in order of wish: one select per place, so that it works by keyboard and without a script. */
export function ReadingFields() {
  const { t } = useLanguage();
  return (
    <FieldGroup label={t('accounts:field.reading')} hint={t('accounts:field.reading_hint')}>
      <div class="in-order">
        {READING_PLACES.map((name, place) => (
          <LanguageSelect
            name={name}
            label={t(PLACES[place] ?? 'accounts:field.reading_next')}
            optional="silently"
            empty={t('accounts:field.none')}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
