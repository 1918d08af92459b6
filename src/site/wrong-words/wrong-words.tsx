import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { EmptyState } from '../../ui/parts/empty-state';
import { Facts } from '../../ui/parts/facts';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Tag } from '../../ui/parts/marks';
import { SectionHead } from '../../ui/parts/section-head';
import { TextArea } from '../../ui/parts/text-area';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import { PATHS } from '../../ui/paths';
import type { WrongWordsView } from './wrong-words.service';

interface WrongWordsPageProps {
  form: FormState;
  /** For those who may see what was reported. */
  reported: WrongWordsView[] | undefined;
}

export function WrongWordsPage({ form, reported }: WrongWordsPageProps) {
  const { t } = useLanguage();
  const lang = form.values['locale'];
  return (
    <div class="page">
      <TitleBlock title={t('site:wrong_words.title')} lead={t('site:wrong_words.lead')} />
      <div class="section">
        <Form action={PATHS.wrongWords} state={form} class="stack narrow">
          <Field name="page" label={t('site:wrong_words.page')} spellcheck={false} />
          <LanguageSelect />
          <TextArea
            name="wrong"
            label={t('site:wrong_words.wrong')}
            hint={t('site:wrong_words.wrong_hint')}
            max={500}
            rows={2}
            lang={lang}
          />
          <TextArea
            name="better"
            label={t('site:wrong_words.better')}
            optional
            max={500}
            rows={2}
            lang={lang}
          />
          <p>
            <Button kind="main">{t('site:wrong_words.report')}</Button>
          </p>
        </Form>
      </div>
      {reported && <Reported reported={reported} />}
    </div>
  );
}

function Reported({ reported }: { reported: WrongWordsView[] }) {
  const { t } = useLanguage();
  return (
    <section class="section" aria-labelledby="reported">
      <SectionHead id="reported" title={t('site:wrong_words.list')} />
      {reported.length === 0 && <EmptyState title={t('site:wrong_words.none')} />}
      <ul class="list">
        {reported.map((each) => (
          <One {...each} />
        ))}
      </ul>
    </section>
  );
}

function One({ id, page, locale, wrong, better, keys, reporter, reportedAt, mendedAt }: WrongWordsView) {
  const language = useLanguage();
  const { t } = language;
  return (
    <li class="list-row stack stack-tight" id={id}>
      <div class="row row-center">
        <h3 class="item-title" lang={locale}>
          {wrong}
        </h3>
        {mendedAt && <Tag>{t('site:wrong_words.done')}</Tag>}
      </div>
      <Facts
        facts={[
          { label: t('site:wrong_words.better'), value: better, lang: locale },
          {
            label: t('site:wrong_words.keys'),
            value: keys.length > 0 && <code>{keys.join(', ')}</code>,
            lang: 'en',
          },
        ]}
      />
      <p class="small soft dots">
        <a href={`/${locale}${page === '/' ? '' : page}`}>{page}</a>
        <span>{language.languageName(locale)}</span>
        {reporter && <span>{reporter}</span>}
        <Time value={reportedAt} />
      </p>
      <Form action={`${PATHS.wrongWords}/${id}/${mendedAt ? 'reopen' : 'mend'}`} id={`settle-${id}`}>
        <Button small>{t(mendedAt ? 'site:wrong_words.reopen' : 'site:wrong_words.mend')}</Button>
      </Form>
    </li>
  );
}
