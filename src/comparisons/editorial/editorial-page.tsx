import type { ComponentChildren } from 'preact';
import { Conflict } from '../../core/errors/refusal';
import { freshForm, type FormState } from '../../core/http/form';
import type { Key } from '../../core/i18n/keys';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect, languageOptions } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Merge } from '../../ui/parts/merge';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { WeightChoice } from '../../ui/parts/weight-choice';
import type { EditorialText } from './editorial.schema';

export interface EditorialPageProps {
  title: ComponentChildren;
  lang?: string;
  lead: Key;
  action: string;
  back: string;
  fields: readonly { name: string; label: Key; max: number }[];
  of: EditorialText;
  refused?: FormState;
}

const typed = (of: EditorialText): Record<string, string> =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, String(value ?? '')]));

/** Three texts about a dimension or a country, written together; when somebody saved first, both beside each other. */
export function EditorialPage(props: EditorialPageProps) {
  const { title, lang, lead, action, back, fields, of, refused } = props;
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={title} {...(lang && { lang })} above={<span>{t(lead)}</span>} />
      <div class="editing">
        {refused?.refusal instanceof Conflict ? (
          <Beside {...props} yours={refused.values} />
        ) : (
          <Form action={action} state={refused ?? freshForm(typed(of))}>
            <Hidden name="revision" />
            {fields.map(({ name, label, max }) => (
              <TextArea name={name} label={t(label)} max={max} rows={6} lang={of.locale} published optional />
            ))}
            <LanguageSelect />
            {of.revision > 1 && <WeightChoice />}
            <div class="row row-center">
              <Button kind="main">{t('comparisons:editing.save')}</Button>
              <Link path={back}>{t('comparisons:editorial.back')}</Link>
            </div>
          </Form>
        )}
      </div>
    </div>
  );
}

function Beside({ action, back, fields, of, yours }: EditorialPageProps & { yours: Record<string, string> }) {
  const { t } = useLanguage();
  const theirs = typed(of);
  const words = fields.map(({ name, label }) => ({
    ...{ name, label: t(label), theirs: theirs[name] ?? '', yours: yours[name] ?? '' },
    ...{ long: true, lang: of.locale },
  }));
  const language = {
    ...{ name: 'locale', label: t('comparisons:answer.language'), options: languageOptions() },
    ...{ theirs: of.locale, yours: yours['locale'] ?? of.locale },
  };
  return <Merge action={action} revision={of.revision} fields={[...words, language]} cancelPath={back} />;
}
