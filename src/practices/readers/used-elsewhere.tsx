import type { FormState } from '../../core/http/form';
import { COUNTRIES } from '../../directory/countries';
import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import { SectionHead } from '../../ui/parts/section-head';
import { Standing } from '../../ui/parts/standing';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import type { PracticeView, UsedElsewhere } from '../case/case.schema';
import { practicePath } from '../practice-paths';
import { ROW_LIMITS } from '../rows/row-limits';

/** Where else it was used: the list that grows after publication. */
export function UsedElsewhereList({ view }: { view: PracticeView }) {
  const { t } = useLanguage();
  const { usedElsewhere: used, publishedAt, can, slug } = view;
  if (used.length === 0 && !publishedAt) return null;
  return (
    <section class="stack" aria-labelledby="used">
      <SectionHead id="used" title={t('practices:used.title')} flush />
      {used.length === 0 && <p class="soft">{t('practices:used.none')}</p>}
      {used.length > 0 && (
        <ul class="list list-close">
          {used.map((each) => (
            <Use view={view} used={each} />
          ))}
        </ul>
      )}
      {can.tell && (
        <p class="no-print">
          <ButtonLink small path={`${practicePath(slug)}/used`}>
            {t('practices:used.tell')}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}

function Use({ view, used }: { view: PracticeView; used: UsedElsewhere }) {
  const language = useLanguage();
  const { t } = language;
  const { id, name, place, country, year, result, awaits } = used;
  const action = `${practicePath(view.slug)}/used/${id}`;
  return (
    <li id={`used-${id}`}>
      <span class="item-title">{name}</span>
      <span class="small soft dots">
        <span>{place}</span>
        <span>{language.country(country)}</span>
        <span>{year}</span>
        {awaits && <Tag>{t('practices:used.waits')}</Tag>}
      </span>
      <span lang={result.locale}>{result.text}</span>
      {result.state !== 'original' && <Standing of={result} />}
      {view.can.confirm && (
        <div class="row row-center no-print">
          {awaits && (
            <Form action={`${action}/confirm`} id={`confirm-${id}`}>
              <Button small label={t('practices:used.confirm_named', { name })}>
                {t('practices:used.confirm')}
              </Button>
            </Form>
          )}
          <Form action={`${action}/remove`} id={`remove-${id}`}>
            <Button small kind="danger" label={t('practices:used.remove_named', { name })}>
              {t('practices:used.remove')}
            </Button>
          </Form>
        </div>
      )}
    </li>
  );
}

/** Telling that it was used somewhere. */
export function TellUsed({ view, state }: { view: PracticeView; state: FormState }) {
  const language = useLanguage();
  const { t } = language;
  const title = view.texts.title!;
  const countries = COUNTRIES.filter((code) => code !== 'EU').map((code) => ({
    value: code,
    label: language.country(code),
  }));
  return (
    <div class="page">
      <TitleBlock title={t('practices:used.tell')} lead={t('practices:used.lead')}>
        <p class="said" lang={title.locale}>
          {title.text}
        </p>
      </TitleBlock>
      <Form action={`${practicePath(view.slug)}/used`} state={state} class="stack narrow">
        <Field name="name" label={t('practices:used.name')} hint={t('practices:used.name_hint')} />
        <Choice
          name="country"
          label={t('practices:list.country')}
          empty={t('practices:used.choose')}
          options={language.sort(countries, ({ label }) => label)}
        />
        <Field name="place" label={t('practices:used.place')} />
        <Field name="year" label={t('practices:used.year')} />
        <TextArea name="result" label={t('practices:used.result')} max={ROW_LIMITS.result} />
        <LanguageSelect />
        <div class="row row-center">
          <Button kind="main">{t('practices:used.send')}</Button>
          <Link path={practicePath(view.slug)}>{t('practices:used.cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}
