import { freshForm, type FormState } from '../../../core/http/form';
import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { EmptyState } from '../../../ui/parts/empty-state';
import { Field } from '../../../ui/parts/field';
import { Form } from '../../../ui/parts/form';
import { LanguageSelect } from '../../../ui/parts/language-select';
import { Link } from '../../../ui/parts/link';
import { Tag } from '../../../ui/parts/marks';
import { SectionHead } from '../../../ui/parts/section-head';
import { TextArea } from '../../../ui/parts/text-area';
import type { ComparisonRow } from '../../comparison.access';
import { type AskedDimension, type AskedQuestion, isComplete } from '../asking/comparison-structure.service';
import { dimensionPath, editingPath, questionPath } from '../comparison-paths';
import { Moves } from './moves';

interface StructureEditingProps {
  comparison: ComparisonRow;
  dimensions: AskedDimension[];
  /** Of the form for a new dimension. */
  state?: FormState;
}

/** What is asked, in order, each line with the way to change it. */
export function StructureEditing({ comparison, dimensions, state }: StructureEditingProps) {
  const { t } = useLanguage();
  const { slug, locale } = comparison;
  return (
    <>
      <p class="soft">{t('comparisons:structure.lead')}</p>
      {dimensions.length === 0 && <EmptyState title={t('comparisons:structure.none')} />}
      {dimensions.map((dimension, place) => (
        <DimensionPart
          slug={slug}
          dimension={dimension}
          first={place === 0}
          last={place === dimensions.length - 1}
        />
      ))}
      <section aria-labelledby="new-dimension">
        <SectionHead id="new-dimension" title={t('comparisons:structure.new_dimension')} />
        <Form
          action={`${editingPath(slug, 'structure')}/dimensions`}
          id="add"
          state={state ?? freshForm({ locale })}
        >
          <Field name="title" label={t('comparisons:field.title')} />
          <TextArea name="description" label={t('comparisons:field.description')} max={1000} optional />
          <LanguageSelect />
          <div>
            <Button>{t('comparisons:structure.add_dimension')}</Button>
          </div>
        </Form>
      </section>
    </>
  );
}

interface DimensionPartProps {
  slug: string;
  dimension: AskedDimension;
  first: boolean;
  last: boolean;
}

function DimensionPart({ slug, dimension, first, last }: DimensionPartProps) {
  const { t } = useLanguage();
  const { id, code, title, locale, questions } = dimension;
  return (
    <section aria-labelledby={`dimension-${id}`} class="asked">
      <div class="section-head">
        <h2 id={`dimension-${id}`} tabIndex={-1}>
          <span class="num soft">{code}</span> <span lang={locale}>{title}</span>
        </h2>
        <div class="row row-center">
          <Moves action={dimensionPath(slug, id)} name={code} first={first} last={last} />
          <Link path={dimensionPath(slug, id)} class="small">
            {t('comparisons:structure.edit_named', { name: code })}
          </Link>
        </div>
      </div>
      {questions.length === 0 && <p class="soft">{t('comparisons:structure.no_question')}</p>}
      <ol class="list list-close">
        {questions.map((question, place) => (
          <QuestionLine
            slug={slug}
            question={question}
            first={place === 0}
            last={place === questions.length - 1}
          />
        ))}
      </ol>
      <p>
        <Link path={`${dimensionPath(slug, id)}#new-question`}>
          {t('comparisons:structure.ask_more', { name: code })}
        </Link>
      </p>
    </section>
  );
}

interface QuestionLineProps {
  slug: string;
  question: AskedQuestion;
  first: boolean;
  last: boolean;
}

function QuestionLine({ slug, question, first, last }: QuestionLineProps) {
  const { t } = useLanguage();
  const { id, code, kind, locale, answers, retiredAt } = question;
  return (
    <li id={`question-${id}`} class="asked-line">
      <span class="num soft">{code}</span>
      <div>
        <p class={retiredAt ? 'soft' : undefined}>
          <Link path={questionPath(slug, id)} lang={locale} class="quiet-link">
            {question.question}
          </Link>
        </p>
        <p class="row row-center small soft">
          <span>{t(`comparisons:kind.${kind}`)}</span>
          {answers > 0 && <span>{t('comparisons:structure.answers', { count: answers })}</span>}
          {retiredAt && <Tag>{t('comparisons:structure.retired')}</Tag>}
          {!retiredAt && !isComplete(question) && (
            <Tag>{t(`comparisons:structure.lacks_${kind === 'category' ? 'options' : 'anchors'}`)}</Tag>
          )}
        </p>
      </div>
      <div class="row row-center">
        <Moves action={questionPath(slug, id)} name={code} first={first} last={last} />
      </div>
    </li>
  );
}
