import { freshForm } from '../../../core/http/form';
import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { Field } from '../../../ui/parts/field';
import { Form } from '../../../ui/parts/form';
import { Hidden } from '../../../ui/parts/hidden';
import { LanguageSelect } from '../../../ui/parts/language-select';
import { Merge } from '../../../ui/parts/merge';
import { Radios } from '../../../ui/parts/radios';
import { SectionHead } from '../../../ui/parts/section-head';
import { TextArea } from '../../../ui/parts/text-area';
import { WeightChoice } from '../../../ui/parts/weight-choice';
import { QUESTION_KINDS } from '../../comparison-facts';
import type { ComparisonRow } from '../../comparison.access';
import type { AskedDimension } from '../asking/comparison-structure.service';
import { dimensionPath } from '../comparison-paths';
import { type RefusedForm, theirsIn } from './editing-frame.service';

interface DimensionEditingProps {
  comparison: ComparisonRow;
  dimension: AskedDimension;
  refused?: RefusedForm;
}

/** One dimension: its words, a new question, and taking it away. */
export function DimensionEditing({ comparison, dimension, refused }: DimensionEditingProps) {
  const own = refused?.at === 'edit' ? refused.state : undefined;
  const shown = { slug: comparison.slug, dimension };
  return (
    <>
      {own && theirsIn(own) ? (
        <DimensionMerge {...shown} yours={own.values} />
      ) : (
        <Words {...shown} {...(own && { refused: refused! })} />
      )}
      <NewQuestion {...shown} locale={comparison.locale} {...(refused?.at === 'new' && { refused })} />
      <Removal {...shown} {...(refused?.at === 'remove' && { refused })} />
    </>
  );
}

interface PartProps {
  slug: string;
  dimension: AskedDimension;
  refused?: RefusedForm;
}

function Words({ slug, dimension: { id, code, title, description, locale, revision }, refused }: PartProps) {
  const { t } = useLanguage();
  const values = { title, description: description ?? '', locale, revision: String(revision) };
  return (
    <section aria-labelledby="words-title">
      <SectionHead id="words-title" title={t('comparisons:structure.dimension_named', { name: code })} />
      <Form action={dimensionPath(slug, id)} id="edit" state={refused?.state ?? freshForm(values)}>
        <Hidden name="revision" />
        <Field name="title" label={t('comparisons:field.title')} lang={locale} />
        <TextArea
          name="description"
          label={t('comparisons:field.description')}
          lang={locale}
          max={1000}
          optional
        />
        <LanguageSelect />
        <WeightChoice />
        <div>
          <Button kind="main">{t('comparisons:editing.save')}</Button>
        </div>
      </Form>
    </section>
  );
}

function DimensionMerge({ slug, dimension, yours }: PartProps & { yours: Record<string, string> }) {
  const { t } = useLanguage();
  const { id, title, description, locale: lang, revision } = dimension;
  return (
    <Merge
      action={dimensionPath(slug, id)}
      revision={revision}
      cancelPath={dimensionPath(slug, id)}
      hidden={{ locale: yours['locale'] ?? lang }}
      fields={[
        {
          name: 'title',
          label: t('comparisons:field.title'),
          theirs: title,
          yours: yours['title'] ?? '',
          lang,
        },
        {
          name: 'description',
          label: t('comparisons:field.description'),
          theirs: description ?? '',
          yours: yours['description'] ?? '',
          lang,
          long: true,
        },
      ]}
    />
  );
}

function NewQuestion({ slug, dimension, locale, refused }: PartProps & { locale: string }) {
  const { t } = useLanguage();
  const kinds = QUESTION_KINDS.map((kind) => ({
    value: kind,
    label: t(`comparisons:kind.${kind}`),
    hint: t(`comparisons:kind_means.${kind}`),
  }));
  return (
    <section aria-labelledby="new-question">
      <SectionHead id="new-question" title={t('comparisons:structure.new_question')} />
      <Form
        action={`${dimensionPath(slug, dimension.id)}/questions`}
        id="add"
        state={refused?.state ?? freshForm({ locale })}
      >
        <Field name="question" label={t('comparisons:field.question')} />
        <LanguageSelect />
        <Radios name="kind" label={t('comparisons:structure.kind')} options={kinds} />
        <div>
          <Button>{t('comparisons:structure.add_question')}</Button>
        </div>
      </Form>
    </section>
  );
}

function Removal({ slug, dimension: { id, code, questions }, refused }: PartProps) {
  const { t } = useLanguage();
  if (questions.some(({ answers }) => answers > 0)) return null;
  return (
    <section aria-labelledby="remove-title">
      <SectionHead id="remove-title" title={t('comparisons:structure.take_away')} />
      <Form
        action={`${dimensionPath(slug, id)}/remove`}
        id="remove"
        {...(refused && { state: refused.state })}
      >
        <p class="soft">{t('comparisons:structure.take_away_dimension', { count: questions.length })}</p>
        <div>
          <Button kind="danger">{t('comparisons:structure.remove_named', { name: code })}</Button>
        </div>
      </Form>
    </section>
  );
}
