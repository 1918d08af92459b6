import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { TitleBlock } from '../../ui/parts/title-block';
import { PRACTICES } from '../practice-paths';
import type { PartnershipChoice } from '../practices.service';
import { NEW_PRACTICE } from './case-paths';

/** A title and its language: everything else comes step by step. */
export function NewPractice({ state, choices }: { state: FormState; choices: PartnershipChoice[] }) {
  const { t } = useLanguage();
  const options = choices.map(({ slug, name, locale }) => ({ value: slug, label: name, lang: locale }));
  return (
    <div class="page">
      <TitleBlock title={t('practices:new.title')} lead={t('practices:new.lead')} />
      <Form action={NEW_PRACTICE} state={state}>
        <Choice name="partnership" label={t('practices:new.partnership')} options={options} />
        <LanguageSelect label={t('practices:new.language')} hint={t('practices:new.language_hint')} />
        <Field name="title" label={t('practices:field.title')} hint={t('practices:hint.title')} />
        <div class="row row-center">
          <Button kind="main">{t('practices:new.begin')}</Button>
          <Link path={PRACTICES}>{t('practices:form.back')}</Link>
        </div>
      </Form>
    </div>
  );
}
