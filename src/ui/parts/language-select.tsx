import type { ComponentChildren } from 'preact';
import { LOCALES, type Locale } from '../../core/i18n/locales';
import { useLanguage } from '../language';
import { Choice } from './choice';

/** Each language in itself, as the menu of languages shows it. Names, not words: the same in every locale. */
export const OWN_NAMES: Record<Locale, string> = {
  sv: 'Svenska',
  sl: 'Slovenščina',
  it: 'Italiano',
  en: 'English',
};

interface LanguageSelectProps {
  name?: string;
  label?: string;
  hint?: ComponentChildren;
  locales?: readonly Locale[];
  optional?: boolean | 'silently';
  empty?: string;
}

/** The language that something is written in. */
export function LanguageSelect({ name = 'locale', label, locales = LOCALES, ...rest }: LanguageSelectProps) {
  const { t } = useLanguage();
  const options = locales.map((locale) => ({ value: locale, label: OWN_NAMES[locale], lang: locale }));
  return <Choice name={name} label={label ?? t('ui:form.language')} options={options} {...rest} />;
}
