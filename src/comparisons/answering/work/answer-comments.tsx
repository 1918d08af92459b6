import { freshForm } from '../../../core/http/form';
import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { Form } from '../../../ui/parts/form';
import { LanguageSelect } from '../../../ui/parts/language-select';
import { SectionHead } from '../../../ui/parts/section-head';
import { TextArea } from '../../../ui/parts/text-area';
import { Time } from '../../../ui/parts/time';
import { answerPath } from '../answer-paths';
import type { RefusedAct } from '../answering-frame.service';
import type { AnswerView } from './answer-view.schema';

/** What members said to it, and the place to say more. */
export function AnswerComments({ of, refused }: { of: AnswerView; refused?: RefusedAct }) {
  const { t, locale } = useLanguage();
  const { id, comments, can } = of;
  if (comments.length === 0 && !can['comment']) return null;
  return (
    <section class="stack" aria-labelledby="comments">
      <SectionHead id="comments" title={t('comparisons:comment.title')} />
      <ol class="list">
        {comments.map((comment) => (
          <li class="list-row" id={`comment-${comment.id}`}>
            <div class="measure" lang={comment.locale}>
              {comment.text.split(/\n{2,}/).map((paragraph) => (
                <p>{paragraph}</p>
              ))}
            </div>
            <p class="small soft dots">
              {comment.by && <span>{comment.by}</span>}
              <Time value={comment.at} />
              {comment.earlier && <span>{t('comparisons:comment.earlier')}</span>}
            </p>
          </li>
        ))}
      </ol>
      {can['comment'] && (
        <Form
          action={`${answerPath(id)}/comment`}
          id="comment"
          state={refused?.at === 'comment' ? refused.state : freshForm({ locale })}
        >
          <TextArea name="text" label={t('comparisons:comment.text')} max={2000} />
          <LanguageSelect />
          <div>
            <Button>{t('comparisons:comment.send')}</Button>
          </div>
        </Form>
      )}
    </section>
  );
}
