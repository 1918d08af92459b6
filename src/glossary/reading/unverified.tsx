import { useLanguage } from '../../ui/language';

/** Said wherever such a word is shown: a proposal is not taken for settled usage. */
export function Unverified() {
  const { t } = useLanguage();
  return <span class="mark unverified">{t('glossary:unverified')}</span>;
}
