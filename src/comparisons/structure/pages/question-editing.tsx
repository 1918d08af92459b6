import { freshForm } from '../../../core/http/form';
import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { Form } from '../../../ui/parts/form';
import { Hidden } from '../../../ui/parts/hidden';
import { LanguageSelect } from '../../../ui/parts/language-select';
import { SectionHead } from '../../../ui/parts/section-head';
import { WeightChoice } from '../../../ui/parts/weight-choice';
import type { ComparisonRow } from '../../comparison.access';
import type { AskedQuestion } from '../asking/comparison-structure.service';
import { questionPath } from '../comparison-paths';
import { type RefusedForm, theirsIn } from './editing-frame.service';
import { OptionsEditing } from './options-editing';
import { KindFields, WordFields } from './question-fields';
import { QuestionMerge } from './question-merge';
import { valuesOf } from './question-values';

interface QuestionEditingProps {
  comparison: ComparisonRow;
  question: AskedQuestion;
  refused?: RefusedForm;
}

/** One question: its words, how it is answered, what may be chosen, and whether it is asked at all. */
export function QuestionEditing({ comparison, question, refused }: QuestionEditingProps) {
  const own = refused?.at === 'edit' ? refused.state : undefined;
  const shown = { slug: comparison.slug, question };
  return (
    <>
      {own && theirsIn(own) ? (
        <QuestionMerge {...shown} yours={own.values} />
      ) : (
        <QuestionForm {...shown} {...(own && { refused: refused! })} />
      )}
      {question.kind === 'category' && <OptionsEditing {...shown} {...(refused && { refused })} />}
      <Standing {...shown} {...(refused && { refused })} />
    </>
  );
}

interface PartProps {
  slug: string;
  question: AskedQuestion;
  refused?: RefusedForm;
}

function QuestionForm({ slug, question, refused }: PartProps) {
  const { t } = useLanguage();
  const { id, code, kind, answers } = question;
  return (
    <section aria-labelledby="words-title">
      <SectionHead id="words-title" title={t('comparisons:structure.question_named', { name: code })}>
        <span class="small soft">{t(`comparisons:kind.${kind}`)}</span>
      </SectionHead>
      <Form action={questionPath(slug, id)} id="edit" state={refused?.state ?? freshForm(valuesOf(question))}>
        <Hidden name="revision" />
        <WordFields lang={question.locale} />
        <LanguageSelect />
        <KindFields kind={kind} lang={question.locale} answered={answers > 0} />
        <WeightChoice />
        <div>
          <Button kind="main">{t('comparisons:editing.save')}</Button>
        </div>
      </Form>
    </section>
  );
}

/** Asked, asked no more, or gone as if it had never been asked. */
function Standing({ slug, question: { id, code, answers, retiredAt }, refused }: PartProps) {
  const { t } = useLanguage();
  const path = questionPath(slug, id);
  const stateOf = (at: string) => (refused?.at === at ? { state: refused.state } : {});
  return (
    <section aria-labelledby="standing-title">
      <SectionHead id="standing-title" title={t('comparisons:structure.take_away')} />
      <Form action={`${path}/${retiredAt ? 'resume' : 'retire'}`} id="retire" {...stateOf('retire')}>
        <p class="soft">{t(`comparisons:structure.${retiredAt ? 'resume' : 'retire'}_means`)}</p>
        <div>
          <Button>
            {t(`comparisons:structure.${retiredAt ? 'resume' : 'retire'}_named`, { name: code })}
          </Button>
        </div>
      </Form>
      {answers === 0 && (
        <Form action={`${path}/remove`} id="remove" {...stateOf('remove')}>
          <p class="soft">{t('comparisons:structure.remove_means')}</p>
          <div>
            <Button kind="danger">{t('comparisons:structure.remove_named', { name: code })}</Button>
          </div>
        </Form>
      )}
    </section>
  );
}
