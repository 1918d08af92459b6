import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { Difference } from '../../ui/parts/difference';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { SectionHead } from '../../ui/parts/section-head';
import { TextArea } from '../../ui/parts/text-area';
import { Time } from '../../ui/parts/time';
import { COMMENT_LIMIT, STATEMENT_LIMIT } from '../conclusion-facts';
import { conclusionPath } from '../conclusion-paths';
import { Paragraphs } from '../reading/paragraphs';
import type { ConclusionView } from '../reading/conclusion.schema';
import type { CommentView } from './comment.schema';

/** What members say of a draft, and how they would put it. */
export function Comments({ of, refused }: { of: ConclusionView; refused?: FormState | undefined }) {
  const { t } = useLanguage();
  if (of.comments.length === 0 && !of.can.comment) return null;
  return (
    <section class="stack" aria-labelledby="comments">
      <SectionHead id="comments" title={t('conclusions:comments.title')} flush />
      {of.comments.length > 0 && (
        <ul class="list">
          {of.comments.map((comment) => (
            <Comment of={of} comment={comment} />
          ))}
        </ul>
      )}
      {of.can.comment && <Commenting of={of} refused={refused} />}
    </section>
  );
}

function Comment({ of, comment }: { of: ConclusionView; comment: CommentView }) {
  const { t } = useLanguage();
  const { id, author, body, wording, locale, writtenAt, can } = comment;
  return (
    <li class="list-row stack stack-tight" id={`comment-${id}`}>
      <p class="small soft dots">
        {author && <b>{author.name}</b>}
        <Time value={writtenAt} />
      </p>
      {body && <Paragraphs text={body} lang={locale} />}
      {wording && (
        <>
          <p class="small soft">{t('conclusions:comments.wording')}</p>
          <p class="said" lang={of.locale}>
            <Difference from={of.original.statement} to={wording} />
          </p>
        </>
      )}
      <div class="row row-center">
        {wording && of.can.edit && (
          <ButtonLink path={`${conclusionPath(of.id, 'edit')}?wording=${id}`} small>
            {t('conclusions:comments.take')}
          </ButtonLink>
        )}
        {can.withdraw && (
          <Form
            action={conclusionPath(of.id, `comments/${id}/withdraw`)}
            class="menu-form"
            id={`withdraw-${id}`}
          >
            <Button kind="plain" small>
              {t('conclusions:comments.withdraw')}
            </Button>
          </Form>
        )}
      </div>
    </li>
  );
}

function Commenting({ of, refused }: { of: ConclusionView; refused: FormState | undefined }) {
  const { t, locale } = useLanguage();
  return (
    <Form
      action={conclusionPath(of.id, 'comments')}
      id="comment"
      state={refused ?? freshForm({ locale })}
      label={t('conclusions:comments.write')}
    >
      <TextArea name="body" label={t('conclusions:comments.body')} max={COMMENT_LIMIT} rows={3} optional />
      <TextArea
        name="wording"
        label={t('conclusions:comments.suggest')}
        hint={t('conclusions:comments.suggest_hint')}
        max={STATEMENT_LIMIT}
        rows={2}
        lang={of.locale}
        published
        optional
      />
      <LanguageSelect />
      <div>
        <Button>{t('conclusions:comments.act')}</Button>
      </div>
    </Form>
  );
}
