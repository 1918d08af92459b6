import { freshForm } from '../../core/http/form';
import type { Locale } from '../../core/i18n/locales';
import { useHref, useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Form } from '../../ui/parts/form';
import { languageOptions } from '../../ui/parts/language-select';
import { SectionHead } from '../../ui/parts/section-head';
import { EXCHANGE } from './exchange-paths';

const FORMATS = [
  { value: 'tmx', label: 'TMX 1.4' },
  { value: 'csv', label: 'CSV' },
];

/** What translators' tools know beside the texts: earlier translations, and terms. */
export function Collections({ languages }: { languages: Locale[] }) {
  const { t, locale } = useLanguage();
  const href = useHref();
  const other = languages.find((each) => each !== locale) ?? locale;
  return (
    <>
      <section class="stack" aria-labelledby="memory">
        <SectionHead id="memory" title={t('translations:exchange.memory.title')} flush />
        <p class="soft">{t('translations:exchange.memory.lead')}</p>
        <Form
          action={`${EXCHANGE}/memory`}
          method="get"
          id="take-memory"
          state={freshForm({ from: other, to: locale, format: 'tmx' })}
        >
          <Choice
            name="from"
            label={t('translations:exchange.memory.from')}
            options={languageOptions(languages)}
          />
          <Choice name="to" label={t('translations:exchange.out.to')} options={languageOptions(languages)} />
          <Choice name="format" label={t('translations:exchange.memory.format')} options={FORMATS} />
          <div>
            <Button>{t('translations:exchange.memory.take')}</Button>
          </div>
        </Form>
      </section>
      <section class="stack" aria-labelledby="terms">
        <SectionHead id="terms" title={t('translations:exchange.terms.title')} flush />
        <p class="soft">{t('translations:exchange.terms.lead')}</p>
        <p>
          <a class="button" href={href(`${EXCHANGE}/termbase`)}>
            {t('translations:exchange.terms.take')}
          </a>
        </p>
      </section>
    </>
  );
}
