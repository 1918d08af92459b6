import { useLanguage } from '../../ui/language';
import type { PracticeView } from './case.schema';

/** How to name it elsewhere: the owner, what it is called, its version, and an address that stays. */
export function CaseCitation({ view }: { view: PracticeView }) {
  const language = useLanguage();
  const { t } = language;
  const { owner, texts, version, checkedAt, publishedAt, partnership, licence, short } = view;
  if (!publishedAt) return null;
  const title = texts.title!;
  return (
    <section class="stack stack-tight" aria-labelledby="cite">
      <h2 id="cite">{t('practices:case.cite')}</h2>
      <p class="citation">
        {owner && <span lang={owner.lang}>{owner.name}. </span>}
        <cite lang={title.locale}>{title.text}</cite>.{' '}
        {t('practices:case.version', { version: language.number(version) })},{' '}
        {language.calendarDate(checkedAt ?? publishedAt.slice(0, 10))}.{' '}
        <span lang={partnership.lang}>{partnership.name}</span>. {licence}.{' '}
        <span class="secret">{short}</span>
      </p>
    </section>
  );
}
