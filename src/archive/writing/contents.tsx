import { render } from 'preact-render-to-string';
import { LOCALES, ownName, type Locale } from '../../core/i18n/locales';
import type { Key } from '../../core/i18n/keys';
import { Language } from '../../core/i18n/language';
import type { Kept } from './crawl';
import { relative } from './rewriting';

/** What is listed, in this order, by the paths of its pages. */
const GROUPS: [RegExp, Key][] = [
  [/^\/partnerships\/[^/]+$/, 'archive:contents.partnership'],
  [/^\/handbooks\/[^/]+$/, 'archive:contents.handbooks'],
  [/^\/practices\/[^/]+$/, 'archive:contents.practices'],
  [/^\/platforms\/[^/]+$/, 'archive:contents.platforms'],
  [/^\/rooms\/[^/]+$/, 'archive:contents.rooms'],
  [/^\/threads\/[^/]+$/, 'archive:contents.threads'],
  [/^\/organisations\/[^/]+$/, 'archive:contents.organisations'],
  [/^\/(glossary|about|accessibility|privacy)$/, 'archive:contents.hub'],
];
const NO_DOWNLOAD = /^(image\/|font\/|text\/css$)/;

interface ContentsProps {
  name: string;
  nameLang: string;
  locale: Locale;
  /** Everything that is in the archive. */
  kept: readonly Kept[];
  archivedOn: Date;
  /** Of the page that this becomes. */
  at: string;
}

/** What is in the archive, in one language. */
export function contentsHtml({ name, nameLang, locale, kept, archivedOn, at }: ContentsProps): string {
  const language = Language.of(locale);
  const { t } = language;
  const own = kept.filter(({ address }) => !address.locale || address.locale === locale);
  const pages = own.filter((each) => each.page && each.address.query === '' && each.title);
  const groups = GROUPS.map(([paths, key]) => ({
    key,
    pages: language.sort(
      pages.filter(({ address }) => paths.test(address.path)),
      ({ title }) => title!.text,
    ),
  })).filter((group) => group.pages.length > 0);
  const files = own.filter((each) => !each.page && !NO_DOWNLOAD.test(each.type));
  return render(
    <div class="page">
      <div class="title-block">
        <h1 lang={nameLang}>{name}</h1>
        <p class="lead">{t('archive:contents.lead', { date: language.date(archivedOn) })}</p>
      </div>
      <div class="stack stack-wide">
        {groups.map((group) => (
          <section class="stack">
            <h2>{t(group.key)}</h2>
            <ul>
              {group.pages.map(({ name: file, title }) => (
                <li>
                  <a href={relative(at, file)} lang={title!.lang}>
                    {title!.text}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {files.length > 0 && (
          <section class="stack">
            <h2>{t('archive:contents.files')}</h2>
            <ul>
              {files.map(({ name: file }) => (
                <li>
                  <a href={relative(at, file)}>{file.split('/').slice(-2).join('/')}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>,
  );
}

/** The page that leads to the languages. */
export const entranceHtml = (name: string, nameLang: string, archivedOn: Date): string =>
  render(
    <div class="page">
      <div class="title-block">
        <h1 lang={nameLang}>{name}</h1>
      </div>
      <ul class="stack plain-list">
        {LOCALES.map((locale) => {
          const language = Language.of(locale);
          return (
            <li lang={locale}>
              <h2>
                <a href={`${locale}/index.html`} hreflang={locale}>
                  {ownName(locale)}
                </a>
              </h2>
              <p>{language.t('archive:contents.lead', { date: language.date(archivedOn) })}</p>
            </li>
          );
        })}
      </ul>
    </div>,
  );

/** Stands at the head of every page. */
export const noteHtml = (locale: Locale, archivedOn: Date, home: string): string => {
  const language = Language.of(locale);
  return render(
    <div class="demo-strip" role="note" aria-label={language.t('archive:note.label')}>
      <p class="page">
        {language.t('archive:note.words', { date: language.date(archivedOn) })}{' '}
        <a href={home}>{language.t('archive:note.contents')}</a>
      </p>
    </div>,
  );
};
