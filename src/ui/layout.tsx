import type { Told } from '../core/http/notice';
import type { PageOptions, Script } from '../core/http/page';
import { LOCALES, regionOf } from '../core/i18n/locales';
import { useLanguage, ReadingContext, type Reading } from './language';
import { Button } from './parts/button';
import { Crumbs } from './parts/crumbs';
import { Form } from './parts/form';
import { Notice } from './parts/notice';
import { SiteFoot } from './site-foot';
import { SiteHead } from './site-head';

/** Where the built style sheet and scripts are served, and the address of the hub itself. */
export interface Assets {
  style: string;
  scripts: Record<Script, string>;
  /** `https://hub.example`, for absolute links between the languages. */
  origin: string;
}

export interface LayoutProps {
  page: PageOptions;
  reading: Reading;
  assets: Assets;
  /** Shown once, after a form did what it was asked to do. */
  notice?: Told;
}

/** Says where a long word of a heading may break on a phone; the title of a window has no use for it. */
const SOFT_HYPHEN = '\u00ad';

/** The whole document round the body of a page. The doctype is added by whoever sends it. */
export function Layout({ page, reading, assets, notice }: LayoutProps) {
  const { language } = reading;
  return (
    <ReadingContext.Provider value={reading}>
      <html lang={language.locale} data-accent={page.accent}>
        <Head page={page} reading={reading} assets={assets} />
        <body>
          <a class="skip" href="#content">
            {language.t('ui:nav.skip')}
          </a>
          <SiteHead section={page.section} />
          {page.crumbs && <Crumbs crumbs={page.crumbs} />}
          {notice && (
            <div class="page flash">
              <Notice role="status">
                {notice.undo ? <Undoable words={notice.words} undo={notice.undo} /> : notice.words}
              </Notice>
            </div>
          )}
          <main id="content" tabIndex={-1}>
            {page.body}
          </main>
          <SiteFoot funding={page.funding ?? []} />
        </body>
      </html>
    </ReadingContext.Provider>
  );
}

function Undoable({ words, undo }: Required<Told>) {
  const { t } = useLanguage();
  return (
    <div class="row row-center">
      <p>{words}</p>
      <Form action={undo} id="undo" class="inline">
        <Button small>{t('ui:undo')}</Button>
      </Form>
    </div>
  );
}

function Head({ page, reading, assets }: Omit<LayoutProps, 'notice'>) {
  const hub = useLanguage().t('ui:hub');
  const title = page.title.replaceAll(SOFT_HYPHEN, '');
  const path = addressed(page.path ?? reading.path);
  const waits = reading.person?.waits;
  const address = (locale: string): string => `${assets.origin}/${locale}${path}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>
        {waits && `(${waits.count}) `}
        {title === hub ? hub : `${title} – ${hub}`}
      </title>
      {page.hidden && <meta name="robots" content="noindex" />}
      <link rel="canonical" href={address(reading.language.locale)} />
      {LOCALES.map((locale) => (
        <link rel="alternate" hreflang={locale} href={address(locale)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={address('en')} />
      {page.feed && (
        <link
          rel="alternate"
          type="application/atom+xml"
          href={`/${reading.language.locale}${page.feed.path}`}
          title={page.feed.title}
        />
      )}
      {page.description && <Described page={page} title={title} address={address(reading.language.locale)} />}
      <link rel="stylesheet" href={assets.style} />
      {scriptsOf(page).map((script) => (
        <script type="module" src={assets.scripts[script]} />
      ))}
    </head>
  );
}

/** For search engines, and for the preview of an address that somebody sends. */
function Described({ page, title, address }: { page: PageOptions; title: string; address: string }) {
  const { t, locale } = useLanguage();
  return (
    <>
      <meta name="description" content={page.description} />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={t('ui:hub')} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={page.description} />
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={regionOf(locale).replace('-', '_')} />
      {page.facts && (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inScript(page.facts) }} />
      )}
    </>
  );
}

/** No text can end the element that it stands in. */
const inScript = (facts: object): string => JSON.stringify(facts).replaceAll('<', '\\u003c');

/** The menu's script is for every page. */
const scriptsOf = (page: PageOptions): Script[] => [...new Set<Script>(['menu', ...(page.scripts ?? [])])];

/** Of a query, only the number of the page makes another page of it; filters do not. */
function addressed(path: string): string {
  const [bare = '', query] = path.split('?');
  const number = new URLSearchParams(query).get('page');
  return `${bare === '/' ? '' : bare}${number ? `?page=${encodeURIComponent(number)}` : ''}`;
}
