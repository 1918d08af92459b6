import type { PageOptions } from '../core/http/page';
import type { Key } from '../core/i18n/keys';
import { LOCALES, ownName } from '../core/i18n/locales';
import { ReadingContext, useLanguage, useReading } from './language';
import { Button, ButtonLink } from './parts/button';
import { Form } from './parts/form';
import { Link } from './parts/link';
import { Menu } from './parts/menu';
import { Seat } from './parts/seat';
import { Wordmark } from './parts/wordmark';
import { PATHS } from './paths';
import { Stencil } from './stencil';

type Section = NonNullable<PageOptions['section']>;

const SECTIONS: [Section, Key][] = [
  ['home', 'ui:nav.home'],
  ['partnerships', 'ui:nav.partnerships'],
  ['platforms', 'ui:nav.platforms'],
  ['rooms', 'ui:nav.rooms'],
  ['handbooks', 'ui:nav.handbooks'],
  ['organisations', 'ui:nav.organisations'],
  ['practices', 'ui:nav.practices'],
  ['comparisons', 'ui:nav.comparisons'],
  ['glossary', 'ui:nav.glossary'],
];

/** The same on every page, but for its address and the name of who reads. */
export function SiteHead({ section }: { section?: Section }) {
  const reading = useReading();
  const { person, path, formToken } = reading;
  const here = section !== undefined && path === PATHS[section];
  const words = {
    path: path === '/' ? '' : path,
    name: person?.name ?? '',
    initials: person?.initials ?? '',
    formToken,
    waits: person?.waits?.count ?? '',
    waitsWords: person?.waits?.words ?? '',
  };
  return (
    <Stencil
      shape={[
        'site-head',
        section,
        here,
        person !== undefined,
        person?.administrator,
        Boolean(person?.waits),
      ]}
      words={words}
      draw={({ path, name, initials, formToken, waits, waitsWords }) => {
        const counted = person?.waits && { waits: { count: waits, words: waitsWords } };
        const drawn = person && { person: { ...person, name, initials, ...counted } };
        return (
          <ReadingContext.Provider value={{ ...reading, path, formToken, ...drawn }}>
            <Drawing section={section} here={here} />
          </ReadingContext.Provider>
        );
      }}
    />
  );
}

function Drawing({ section, here }: { section: Section | undefined; here: boolean }) {
  const { t } = useLanguage();
  const { person, demo } = useReading();
  const current = (name: Section) => name === section && (here ? 'page' : 'true');
  return (
    <header class="site-head">
      {demo && <DemoStrip />}
      <div class="page">
        <Wordmark />
        <nav class="main-nav" aria-label={t('ui:nav.main')}>
          <ul class="row-nav">
            {SECTIONS.map(([name, words]) => (
              <li>
                <Link path={PATHS[name]} current={current(name)}>
                  {t(words)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div class="tools">
          <SearchBox />
          {person ? <PersonMenu /> : <WaysIn />}
        </div>
        <Languages />
      </div>
    </header>
  );
}

/** Where there is no room for the field, the button alone leads to the page that has one. */
function SearchBox() {
  const { t } = useLanguage();
  return (
    <Form
      action={PATHS.search}
      method="get"
      role="search"
      class="search"
      id="search"
      label={t('ui:search.label')}
    >
      <input type="search" name="q" maxLength={300} aria-label={t('ui:search.label')} />
      <Button small>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="6.5" cy="6.5" r="4.5" />
          <path d="M10 10l4.5 4.5" />
        </svg>
        <span>{t('ui:search.button')}</span>
      </Button>
    </Form>
  );
}

/** Said on every page of a demonstration, so that nobody takes its people for real. */
function DemoStrip() {
  const { t } = useLanguage();
  const { person } = useReading();
  return (
    <div class="demo-strip" role="note" aria-label={t('ui:demo.label')}>
      <p class="page">
        {t('ui:demo.words')} {!person && <Link path={PATHS.signIn}>{t('ui:demo.try')}</Link>}
      </p>
    </div>
  );
}

function WaysIn() {
  const { t } = useLanguage();
  return (
    <>
      <Link path={PATHS.signUp} class="quiet-link sign-up">
        {t('ui:nav.sign_up')}
      </Link>
      <ButtonLink path={PATHS.signIn} small>
        {t('ui:nav.sign_in')}
      </ButtonLink>
    </>
  );
}

function PersonMenu() {
  const { t } = useLanguage();
  const { person } = useReading();
  if (!person) return null;
  const label = (
    <>
      <Seat initials={person.initials} own small />
      <span class="name">{person.name}</span>
      <Waits {...person.waits} />
    </>
  );
  return (
    <Menu kind="person" label={label}>
      <Link path={PATHS.news}>{t('rooms:news.title')}</Link>
      <Link path={PATHS.nextUnread}>{t('rooms:unread.next')}</Link>
      <Link path={PATHS.notifications}>{t('notifications:title')}</Link>
      <Link path={PATHS.translations}>{t('ui:nav.translations')}</Link>
      <Link path={PATHS.files}>{t('files:own.title')}</Link>
      <Link path={PATHS.settings}>{t('ui:nav.settings')}</Link>
      <Link path={PATHS.sessions}>{t('ui:nav.sessions')}</Link>
      {person.administrator && <Link path={PATHS.machine}>{t('translations:machine.title')}</Link>}
      <Form action={PATHS.signOut} id="sign-out" class="menu-form">
        <Button kind="plain">{t('ui:nav.sign_out')}</Button>
      </Form>
    </Menu>
  );
}

/** Kept up to date by ui/browser/notices. */
function Waits({ count, words }: { count?: string; words?: string }) {
  return (
    <span class="count" data-waits hidden={!count}>
      <span aria-hidden="true">{count}</span>
      <span class="visually-hidden">{words}</span>
    </span>
  );
}

/** The same page in another language; each language names itself. */
function Languages() {
  const { t, locale } = useLanguage();
  const { path } = useReading();
  return (
    <nav class="langs" aria-label={t('ui:nav.language')}>
      {LOCALES.map((each) => (
        <a
          href={`/${each}${path === '/' ? '' : path}`}
          lang={each}
          hreflang={each}
          aria-current={each === locale ? 'true' : undefined}
        >
          {ownName(each)}
        </a>
      ))}
    </nav>
  );
}
