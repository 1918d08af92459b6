import { LOCALES } from '../core/i18n/locales';
import { useLanguage } from '../ui/language';
import { EmptyState } from '../ui/parts/empty-state';
import { Link } from '../ui/parts/link';
import { SectionHead } from '../ui/parts/section-head';
import { TitleBlock } from '../ui/parts/title-block';
import type { Edition, EditionFile } from './edition';
import { EditionFileLinks } from './edition-files';
import { editionPath } from './edition-views';

interface EditionListProps {
  handbook: string;
  editions: Edition[];
  files: ReadonlyMap<string, EditionFile[]>;
  mayFreeze: boolean;
}

/** Editions by language, the newest first: the older ones stay where they are. */
export function EditionList({ handbook, editions, files, mayFreeze }: EditionListProps) {
  const language = useLanguage();
  const { t } = language;
  const locales = LOCALES.filter((locale) => mayFreeze || editions.some((each) => each.locale === locale));
  return (
    <div class="page">
      <TitleBlock title={t('editions:title')} lead={t('editions:lead')} />
      {locales.length === 0 && <EmptyState title={t('editions:none')} />}
      {locales.map((locale) => (
        <section class="section" aria-labelledby={`editions-${locale}`}>
          <SectionHead id={`editions-${locale}`} title={language.languageName(locale)} />
          <ul class="list">
            {editions
              .filter((edition) => edition.locale === locale)
              .map((edition) => (
                <OneEdition handbook={handbook} edition={edition} files={files.get(edition.id)!} />
              ))}
          </ul>
          {mayFreeze && (
            <p>
              <Link path={`/editions/${handbook}/new?language=${locale}`} class="button">
                {t('editions:freeze.next', { language: language.languageName(locale) })}
              </Link>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}

function OneEdition({
  handbook,
  edition,
  files,
}: {
  handbook: string;
  edition: Edition;
  files: EditionFile[];
}) {
  const language = useLanguage();
  const { number, frozenAt, title, locale } = edition;
  return (
    <li class="stack stack-tight">
      <h3>
        <Link path={editionPath(handbook, edition)}>
          {language.t('editions:numbered', { number })} <span lang={locale}>{title}</span>
        </Link>
      </h3>
      <p class="small soft">{language.t('editions:frozen_on', { date: language.date(frozenAt) })}</p>
      <EditionFileLinks handbook={handbook} edition={edition} files={files} />
    </li>
  );
}
