import type { ComponentChildren } from 'preact';
import { LOCALES, type Locale } from '../../core/i18n/locales';
import { useLanguage } from '../language';
import { Choice, type Option } from './choice';

/** Each language in itself, as the menu of languages shows it. Names, not words: the same in every locale. */
export const OWN_NAMES: Record<Locale, string> = {
  sv: 'Svenska',
  sl: 'Slovenščina',
  it: 'Italiano',
  en: 'English',
};

export const languageOptions = (locales: readonly Locale[] = LOCALES): Option[] =>
  locales.map((locale) => ({ value: locale, label: OWN_NAMES[locale], lang: locale }));

interface LanguageSelectProps {
  name?: string;
  label?: string;
  hint?: ComponentChildren;
  locales?: readonly Locale[];
  optional?: boolean | 'silently';
  empty?: string;
}

/** The language that something is written in. */
export function LanguageSelect({ name = 'locale', label, locales, ...rest }: LanguageSelectProps) {
  const { t } = useLanguage();
  const options = languageOptions(locales);
  return <Choice name={name} label={label ?? t('ui:form.language')} options={options} {...rest} />;
}
