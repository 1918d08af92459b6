import type { FormState } from '../../../core/http/form';
import type { Partnership } from '../../../partnerships/partnership.entity';
import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { Checkbox } from '../../../ui/parts/checkbox';
import { Choice } from '../../../ui/parts/choice';
import { Field } from '../../../ui/parts/field';
import { Form } from '../../../ui/parts/form';
import { LanguageSelect } from '../../../ui/parts/language-select';
import { TitleBlock } from '../../../ui/parts/title-block';
import { NEW_COMPARISON } from '../comparison-paths';

/** How a comparison begins. */
export function NewComparisonForm({ state, choices }: { state: FormState; choices: Partnership[] }) {
  const { t } = useLanguage();
  const options = choices.map(({ slug, name, locale }) => ({ value: slug, label: name, lang: locale }));
  return (
    <div class="page">
      <TitleBlock title={t('comparisons:new.title')} lead={t('comparisons:new.lead')} />
      <Form action={NEW_COMPARISON} state={state}>
        <Choice name="partnership" label={t('comparisons:new.partnership')} options={options} />
        <LanguageSelect label={t('comparisons:new.language')} hint={t('comparisons:new.language_hint')} />
        <Field name="title" label={t('comparisons:field.title')} />
        <PeriodField />
        <Checkbox
          name="template"
          label={t('comparisons:new.template')}
          hint={t('comparisons:new.template_hint')}
        />
        <div>
          <Button kind="main">{t('comparisons:new.begin')}</Button>
        </div>
      </Form>
    </div>
  );
}

/** What time it speaks of. */
export function PeriodField() {
  const { t } = useLanguage();
  return (
    <Field
      name="period"
      label={t('comparisons:editing.period')}
      hint={t('comparisons:editing.period_hint')}
      width="middle"
      optional
      spellcheck={false}
    />
  );
}
