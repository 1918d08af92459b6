import type { Locale } from '../../core/i18n/locales';
import { useHref, useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Form } from '../../ui/parts/form';
import { languageOptions } from '../../ui/parts/language-select';
import { Notice } from '../../ui/parts/notice';
import { SectionHead } from '../../ui/parts/section-head';
import { freshForm } from '../../core/http/form';
import { EXCHANGE } from './exchange-paths';
import { FORMATS, type Format } from './formats';
import type { Supply } from './parcels.service';
import type { ExchangePlace } from './places.service';
import { nameOfScope, queryOf, type Scope } from './scope';

interface ExchangeOutProps {
  places: ExchangePlace[];
  languages: Locale[];
  /** The language that is proposed. */
  first?: Locale | undefined;
  /** What has been chosen. */
  chosen?: { scope: Scope; title: string; lang: Locale; to: Locale; supply: Supply[] } | undefined;
}

/** Which texts, into which language; then the files. */
export function ExchangeOut({ places, languages, first, chosen }: ExchangeOutProps) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="out">
      <SectionHead id="out" title={t('translations:exchange.out.title')} flush />
      {places.length === 0 && !chosen ? (
        <p class="soft">{t('translations:exchange.out.no_places')}</p>
      ) : (
        <Choosing places={places} languages={languages} first={first} chosen={chosen} />
      )}
      {chosen && <Files {...chosen} />}
    </section>
  );
}

function Choosing({ places, languages, first, chosen }: ExchangeOutProps) {
  const { t } = useLanguage();
  const options = places.map((each) => ({
    value: nameOfScope(each),
    label: t(`translations:exchange.place.${each.place}`, { name: each.title }),
  }));
  const place = chosen ? nameOfScope(chosen.scope) : '';
  if (chosen && !options.some(({ value }) => value === place))
    options.unshift({ value: place, label: chosen.title });
  const state = freshForm({ place, to: chosen?.to ?? first ?? '' });
  return (
    <Form action={EXCHANGE} method="get" id="choose" state={state}>
      <Choice name="place" label={t('translations:exchange.out.place')} options={options} />
      <Choice name="to" label={t('translations:exchange.out.to')} options={languageOptions(languages)} />
      <div>
        <Button>{t('translations:exchange.out.show')}</Button>
      </div>
    </Form>
  );
}

function Files({ scope, title, lang, to, supply }: NonNullable<ExchangeOutProps['chosen']>) {
  const language = useLanguage();
  const { t } = language;
  if (supply.length === 0) return <Notice kind="quiet">{t('translations:exchange.out.nothing')}</Notice>;
  return (
    <section class="stack" aria-labelledby="files">
      <h3 id="files" lang={lang}>
        {title}
      </h3>
      <ul class="list">
        {supply.map(({ locale, texts }) => (
          <li class="list-row">
            <h4 class="item-title">
              {t('translations:exchange.preview.direction', {
                from: language.languageName(locale),
                to: language.languageName(to),
              })}
            </h4>
            <p class="small soft">{t('translations:exchange.out.texts', { count: texts })}</p>
            {(['all', 'open'] as const).map((only) => (
              <p class="row row-center">
                <span>{t(`translations:exchange.out.${only}`)}</span>
                {FORMATS.map((format) => (
                  <FileLink
                    format={format}
                    query={`${queryOf(scope)}&from=${locale}&to=${to}&only=${only}`}
                  />
                ))}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FileLink({ format, query }: { format: Format; query: string }) {
  const href = useHref();
  const { t } = useLanguage();
  return (
    <a class="button button-small" href={`${href(EXCHANGE)}/${format}?${query}`} rel="nofollow">
      {t(`translations:exchange.format.${format}`)}
    </a>
  );
}
