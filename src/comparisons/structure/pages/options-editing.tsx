import { freshForm } from '../../../core/http/form';
import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { Field } from '../../../ui/parts/field';
import { Form } from '../../../ui/parts/form';
import { Hidden } from '../../../ui/parts/hidden';
import { LanguageSelect } from '../../../ui/parts/language-select';
import { Merge } from '../../../ui/parts/merge';
import { SectionHead } from '../../../ui/parts/section-head';
import { TextArea } from '../../../ui/parts/text-area';
import { WeightChoice } from '../../../ui/parts/weight-choice';
import type { AskedQuestion } from '../asking/comparison-structure.service';
import { questionPath } from '../comparison-paths';
import type { QuestionOption } from '../question-option.entity';
import { type RefusedForm, theirsIn } from './editing-frame.service';
import { Moves } from './moves';

interface OptionsEditingProps {
  slug: string;
  question: AskedQuestion;
  refused?: RefusedForm;
}

/** What may be chosen, in order. */
export function OptionsEditing({ slug, question, refused }: OptionsEditingProps) {
  const { t } = useLanguage();
  const { id, options, locale } = question;
  return (
    <section aria-labelledby="options-title">
      <SectionHead id="options-title" title={t('comparisons:structure.options')} />
      <ol class="list list-close">
        {options.map((option, place) => (
          <OptionLine
            path={`${questionPath(slug, id)}/options/${option.code}`}
            back={questionPath(slug, id)}
            option={option}
            first={place === 0}
            last={place === options.length - 1}
            {...(refused?.at === option.code && { refused })}
          />
        ))}
      </ol>
      <Form
        action={`${questionPath(slug, id)}/options`}
        id="add-options"
        state={refused?.at === 'options' ? refused.state : freshForm({ locale })}
      >
        <TextArea
          name="labels"
          label={t('comparisons:structure.more_options')}
          hint={t('comparisons:structure.more_options_hint')}
        />
        <LanguageSelect />
        <div>
          <Button>{t('comparisons:structure.add_options')}</Button>
        </div>
      </Form>
    </section>
  );
}

interface OptionLineProps {
  path: string;
  /** The page of its question. */
  back: string;
  option: QuestionOption;
  first: boolean;
  last: boolean;
  refused?: RefusedForm;
}

function OptionLine({ path, back, option, first, last, refused }: OptionLineProps) {
  const { t } = useLanguage();
  const { code, label, locale } = option;
  return (
    <li id={`option-${code}`} class="asked-line">
      <span class="num small soft">{code}</span>
      <div class="stack">
        <p lang={locale}>{label}</p>
        {refused && theirsIn(refused.state) ? (
          <OptionMerge path={path} back={back} option={option} yours={refused.state.values} />
        ) : (
          <OptionForm path={path} option={option} {...(refused && { refused })} />
        )}
      </div>
      <div class="row row-center">
        <Moves action={path} name={code} first={first} last={last} />
        <Form action={`${path}/remove`} id={`remove-${code}`} class="inline-form">
          <Button small kind="danger" label={t('comparisons:structure.remove_named', { name: label })}>
            {t('comparisons:structure.remove')}
          </Button>
        </Form>
      </div>
    </li>
  );
}

function OptionForm({ path, option, refused }: Pick<OptionLineProps, 'path' | 'option' | 'refused'>) {
  const { t } = useLanguage();
  const { code, label, locale, revision } = option;
  const fresh = freshForm({ label, locale, revision: String(revision) });
  return (
    <details open={refused !== undefined}>
      <summary>{t('comparisons:structure.edit_named', { name: label })}</summary>
      <Form action={path} id={`edit-${code}`} state={refused?.state ?? fresh}>
        <Hidden name="revision" />
        <Field name="label" label={t('comparisons:field.label')} lang={locale} />
        <LanguageSelect />
        <WeightChoice />
        <div>
          <Button>{t('comparisons:editing.save')}</Button>
        </div>
      </Form>
    </details>
  );
}

interface OptionMergeProps {
  path: string;
  back: string;
  option: QuestionOption;
  yours: Record<string, string>;
}

function OptionMerge({ path, back, option: { label, locale, revision }, yours }: OptionMergeProps) {
  const { t } = useLanguage();
  const field = { name: 'label', label: t('comparisons:field.label'), theirs: label, lang: locale };
  return (
    <Merge
      action={path}
      revision={revision}
      cancelPath={back}
      hidden={{ locale: yours['locale'] ?? locale }}
      fields={[{ ...field, yours: yours['label'] ?? '' }]}
    />
  );
}
