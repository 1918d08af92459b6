import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Radios } from '../../ui/parts/radios';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { WeightChoice } from '../../ui/parts/weight-choice';
import { COSTS, LEVELS, LIMITS } from '../recommendation-facts';
import type { Choices } from '../recommendation-reading.service';
import { words } from '../recommendation-words';

interface RecommendationFormProps {
  title: string;
  action: string;
  cancel: string;
  state: FormState;
  choices: Choices;
  /** It was saved before: then it is asked how much the change weighs. */
  standing?: boolean;
}

/** Writing a recommendation, or changing it. */
export function RecommendationForm({
  title,
  action,
  cancel,
  state,
  choices,
  standing,
}: RecommendationFormProps) {
  const { t } = useLanguage();
  const lang = state.values['locale'];
  return (
    <div class="page">
      <TitleBlock title={title} {...(!standing && { lead: t('recommendations:new.lead') })} />
      <Form action={action} state={state} class="stack narrow">
        {standing && <Hidden name="revision" />}
        <LanguageSelect hint={t('recommendations:new.language')} />
        <TextArea
          name="text"
          label={t('recommendations:field.text')}
          hint={t('recommendations:new.text')}
          max={LIMITS.text}
          rows={5}
          published
          {...(lang && { lang })}
        />
        <Field
          name="addressee"
          label={t('recommendations:field.addressee')}
          hint={t('recommendations:new.addressee')}
          {...(lang && { lang })}
        />
        <Radios
          name="level"
          label={t('recommendations:field.level')}
          options={LEVELS.map((value) => ({ value, label: t(words.level(value)) }))}
          across
        />
        <Places choices={choices} />
        <Choice
          name="cost"
          label={t('recommendations:field.cost')}
          options={COSTS.map((value) => ({ value, label: t(words.cost(value)) }))}
        />
        <TextArea
          name="reasoning"
          label={t('recommendations:field.reasoning')}
          max={LIMITS.reasoning}
          optional
          {...(lang && { lang })}
        />
        {standing && <WeightChoice />}
        <div class="row row-center">
          <Button kind="main">
            {t(standing ? 'recommendations:act.save' : 'recommendations:act.begin')}
          </Button>
          <Link path={cancel}>{t('recommendations:act.cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

function Places({ choices: { countries, dimensions } }: { choices: Choices }) {
  const language = useLanguage();
  const { t } = language;
  const named = countries.map((value) => ({ value, label: language.country(value) }));
  return (
    <>
      <Choice
        name="dimension"
        label={t('recommendations:field.dimension')}
        empty={t('recommendations:no_dimension')}
        options={dimensions.map(({ code, title }) => ({
          ...{ value: code, label: `${code} ${title.text}`, lang: title.locale },
        }))}
        optional
      />
      <Choice
        name="country"
        label={t('recommendations:field.country')}
        empty={t('recommendations:all_countries')}
        options={language.sort(named, ({ label }) => label)}
        optional
      />
    </>
  );
}
