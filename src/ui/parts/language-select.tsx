import type { ComponentChildren } from 'preact';
import { LOCALES, ownName, type Locale } from '../../core/i18n/locales';
import { useLanguage } from '../language';
import { Choice, type Option } from './choice';

export const languageOptions = (locales: readonly Locale[] = LOCALES): Option[] =>
  locales.map((locale) => ({ value: locale, label: ownName(locale), lang: locale }));

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
