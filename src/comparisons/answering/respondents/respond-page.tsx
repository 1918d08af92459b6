import { freshForm, type FormState } from '../../../core/http/form';
import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { EmptyState } from '../../../ui/parts/empty-state';
import { Form } from '../../../ui/parts/form';
import { Hidden } from '../../../ui/parts/hidden';
import { Link } from '../../../ui/parts/link';
import { ListRow } from '../../../ui/parts/list-row';
import { Radios } from '../../../ui/parts/radios';
import { TextArea } from '../../../ui/parts/text-area';
import { TitleBlock } from '../../../ui/parts/title-block';
import { respondPath } from '../answer-paths';
import { placeName } from '../answering-frame.service';
import type { AskedView } from '../work/answer-view.schema';
import { reasonField, scoreField, SCORES, typedResponses } from './respond-form';
import type { ResponsesView } from './responses.schema';

type DimensionView = ResponsesView['dimensions'][number];

/** What a member is asked, dimension by dimension. */
export function RespondPage({ of }: { of: ResponsesView }) {
  const language = useLanguage();
  const { t } = language;
  const { comparison, country, dimensions, platform } = of;
  return (
    <div class="page">
      <TitleBlock
        title={t('comparisons:respond.title')}
        above={
          <>
            <b>{placeName(language, country)}</b>
            <span lang={comparison.title.locale}>{comparison.title.text}</span>
            <span lang={platform.locale}>{platform.name}</span>
          </>
        }
        lead={t('comparisons:respond.lead')}
      />
      {dimensions.length === 0 && <EmptyState title={t('comparisons:respond.nothing')} />}
      <ol class="list">
        {dimensions.map(({ code, title, questions }) => (
          <ListRow
            path={respondPath(comparison.slug, country, code)}
            title={`${code} ${title.text}`}
            lang={title.locale}
            heading="h2"
            facts={
              <span>
                {t('comparisons:work.answered', {
                  answered: questions.filter(({ own }) => own !== null).length,
                  count: questions.length,
                })}
              </span>
            }
          />
        ))}
      </ol>
    </div>
  );
}

interface DimensionPageProps {
  of: ResponsesView;
  dimension: DimensionView;
  refused?: FormState;
}

/** One dimension on a page: a score, or don’t know, for each statement. */
export function RespondDimensionPage({ of, dimension, refused }: DimensionPageProps) {
  const language = useLanguage();
  const { t, locale } = language;
  const { comparison, country } = of;
  const { code, title, questions } = dimension;
  return (
    <div class="page">
      <TitleBlock
        title={title.text}
        lang={title.locale}
        above={
          <>
            <b>{placeName(language, country)}</b>
            <span>{code}</span>
            <span lang={comparison.title.locale}>{comparison.title.text}</span>
          </>
        }
      />
      <div class="editing">
        <p class="soft measure">{t('comparisons:respond.how')}</p>
        <Form
          action={respondPath(comparison.slug, country, code)}
          state={refused ?? freshForm(typedResponses(dimension, locale))}
          class="stack stack-wide"
          labels={Object.fromEntries(
            questions.map(({ question }) => [scoreField(question.code), question.question.text]),
          )}
        >
          <Hidden name="locale" value={locale} />
          {questions.map(({ question, locked }) =>
            locked ? <Locked question={question} /> : <Statement question={question} />,
          )}
          <div class="row row-center">
            <Button kind="main">{t('comparisons:respond.save')}</Button>
            <Link path={respondPath(comparison.slug, country)}>{t('comparisons:respond.back')}</Link>
          </div>
        </Form>
      </div>
    </div>
  );
}

function Statement({ question }: { question: AskedView }) {
  const { t } = useLanguage();
  const { code, anchors, help } = question;
  const words = new Map(anchors.map(({ score, text }) => [score, text]));
  const scores = SCORES.map((value) => {
    const meaning = words.get(value);
    return {
      value,
      label: meaning ? `${value} – ${meaning.text}` : value,
      ...(meaning && { lang: meaning.locale }),
    };
  });
  const none = (['unknown', 'not_applicable'] as const).map((value) => ({
    value,
    label: t(`comparisons:answer.standing_${value}`),
  }));
  return (
    <div class="stack stack-tight">
      <Radios
        name={scoreField(code)}
        label={question.question.text}
        hint={help?.text}
        options={[...scores, ...none]}
        optional
      />
      <TextArea
        name={reasonField(code)}
        label={t('comparisons:respond.reason')}
        max={500}
        rows={2}
        optional
      />
    </div>
  );
}

function Locked({ question: { question } }: { question: AskedView }) {
  const { t } = useLanguage();
  return (
    <div>
      <p class="said" lang={question.locale}>
        {question.text}
      </p>
      <p class="small soft">{t('comparisons:refusal.locked')}</p>
    </div>
  );
}
