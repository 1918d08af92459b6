import { freshForm, type FormState } from '../../core/http/form';
import { LOCALES, ownName } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { SectionHead } from '../../ui/parts/section-head';
import { TitleBlock } from '../../ui/parts/title-block';
import { TRANSLATORS } from '../translation-paths';
import type { TranslatorView } from './translator.schema';

interface TranslatorsPageProps {
  translators: readonly TranslatorView[];
  mayAppoint: boolean;
  refused?: FormState;
}

/** Language by language, who translates into it; a language that nobody translates into stands there too. */
export function TranslatorsPage({ translators, mayAppoint, refused }: TranslatorsPageProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('translations:people.title')} lead={t('translations:people.lead')} />
      <div class="stack stack-wide editing">
        {LOCALES.map((locale) => (
          <section class="stack" aria-labelledby={`into-${locale}`}>
            <SectionHead id={`into-${locale}`} title={ownName(locale)} lang={locale} flush />
            <OfLanguage
              translators={translators.filter((each) => each.locale === locale)}
              mayAppoint={mayAppoint}
            />
          </section>
        ))}
        {mayAppoint && <Appoint {...(refused && { refused })} />}
      </div>
    </div>
  );
}

function OfLanguage({ translators, mayAppoint }: Omit<TranslatorsPageProps, 'refused'>) {
  const { t } = useLanguage();
  if (translators.length === 0) return <p class="soft">{t('translations:people.none')}</p>;
  return (
    <ul class="list list-close">
      {translators.map((translator) => (
        <li class="form-row">
          <span class="stack stack-tight">
            <b>{translator.name}</b>
            {translator.email && <span class="small soft">{translator.email}</span>}
          </span>
          {mayAppoint && <Dismiss {...translator} />}
        </li>
      ))}
    </ul>
  );
}

function Dismiss({ personId, locale, name }: TranslatorView) {
  const language = useLanguage();
  const { t } = language;
  return (
    <Form
      action={`${TRANSLATORS}/${personId}/${locale}/remove`}
      id={`remove-${locale}-${personId}`}
      class="row"
    >
      <Button
        small
        kind="danger"
        label={t('translations:people.remove_named', { name, language: language.languageName(locale) })}
      >
        {t('translations:people.remove')}
      </Button>
    </Form>
  );
}

function Appoint({ refused }: { refused?: FormState }) {
  const { t, locale } = useLanguage();
  return (
    <section class="stack" aria-labelledby="appoint">
      <SectionHead id="appoint" title={t('translations:people.new')} flush />
      <Form action={TRANSLATORS} id="add" state={refused ?? freshForm({ locale })}>
        <Field
          name="email"
          type="email"
          label={t('translations:people.email')}
          hint={t('translations:people.email_hint')}
          autocomplete="off"
        />
        <LanguageSelect label={t('translations:people.language')} />
        <div>
          <Button kind="main">{t('translations:people.appoint')}</Button>
        </div>
      </Form>
    </section>
  );
}
