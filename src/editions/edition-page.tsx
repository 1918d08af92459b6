import { useLanguage } from '../ui/language';
import { Facts } from '../ui/parts/facts';
import { Notice } from '../ui/parts/notice';
import { SectionHead } from '../ui/parts/section-head';
import { TitleBlock } from '../ui/parts/title-block';
import type { Edition, EditionFile } from './edition';
import { EditionFileList } from './edition-files';

interface EditionPageProps {
  handbook: string;
  edition: Edition;
  files: EditionFile[];
  mayFreeze: boolean;
}

/** One edition: what it is, and its files. Who froze it also sees what was let pass. */
export function EditionPage({ handbook, edition, files, mayFreeze }: EditionPageProps) {
  const language = useLanguage();
  const { t } = language;
  const { number, locale, title, frozenAt, sha256, decided, imprint } = edition;
  const working = files.some(({ state }) => state === 'waiting' || state === 'building');
  return (
    <div class="page">
      <TitleBlock
        title={title}
        lang={locale}
        above={t('editions:edition', { number, language: language.languageName(locale) })}
      />
      {working && <Notice kind="quiet">{t('editions:working')}</Notice>}
      <section class="section" aria-labelledby="edition-files">
        <SectionHead id="edition-files" title={t('editions:files')} />
        <EditionFileList handbook={handbook} edition={edition} files={files} mayFreeze={mayFreeze} />
      </section>
      <section class="section" aria-labelledby="edition-facts">
        <SectionHead id="edition-facts" title={t('editions:about')} />
        <Facts
          facts={[
            { label: t('editions:fact.editors'), value: language.list(imprint.editors) },
            { label: t('editions:fact.translators'), value: language.list(imprint.translators) },
            { label: 'ISBN', value: imprint.isbn },
            { label: 'ISSN', value: imprint.issn },
            { label: t('editions:book.licence'), value: imprint.licence },
            { label: t('editions:fact.frozen'), value: language.dateTime(frozenAt) },
            { label: t('editions:fact.content'), value: <code class="break">{sha256}</code> },
            mayFreeze && decided.faults > 0
              ? { label: t('editions:fact.decided'), value: t('editions:decided', { count: decided.faults }) }
              : { label: '', value: null },
            { label: t('editions:fact.note'), value: mayFreeze && decided.note },
          ]}
        />
        {imprint.notes.length > 0 && (
          <ul class="list" lang={locale}>
            {imprint.notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
