import { freshForm, type FormState } from '../../core/http/form';
import type { RoomView } from '../../rooms/room.schema';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import { TextArea } from '../../ui/parts/text-area';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import type { ChapterRow } from '../handbook.access';
import { chapterPath, handbookPath } from '../reading/handbook-paths';
import type { ChapterComments, CommentView } from './comment.schema';

interface CommentsProps {
  chapter: ChapterRow;
  view: ChapterComments;
  /** Where a thread can be opened. */
  rooms: RoomView[];
  /** A form that was refused: at a passage, or at a comment. */
  refused: { state: FormState; at: string | undefined } | undefined;
}

/** The text passage by passage, with what was said about each below it. */
export function CommentsPage(props: CommentsProps) {
  const { t } = useLanguage();
  const { chapter, view } = props;
  const gone = view.items.filter(({ place }) => place === null);
  return (
    <div class="page stack stack-wide">
      <TitleBlock title={t('handbooks:comment.title')} lead={t('handbooks:comment.lead')}>
        <p>
          <Link path={chapterPath(chapter.handbook.slug, chapter.slug)} lang={chapter.locale}>
            {chapter.title}
          </Link>
        </p>
      </TitleBlock>
      {gone.length > 0 && (
        <section class="section stack" aria-labelledby="gone">
          <h2 id="gone">{t('handbooks:comment.gone')}</h2>
          {gone.map((comment) => (
            <Comment {...props} comment={comment} />
          ))}
        </section>
      )}
      <ol class="list">
        {view.passages.map((words, place) => (
          <li class="stack" data-passage>
            <p class="serif" lang={chapter.locale} data-words>
              {words}
            </p>
            {view.items
              .filter((comment) => comment.place === place)
              .map((comment) => (
                <Comment {...props} comment={comment} />
              ))}
            <NewComment {...props} place={place} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function NewComment({ chapter, view, refused, place }: CommentsProps & { place: number }) {
  const { t, locale } = useLanguage();
  const own = refused && !refused.at && refused.state.values['place'] === String(place);
  return (
    <details open={own}>
      <summary class="small">{t('handbooks:comment.here')}</summary>
      <Form
        action={`${chapterPath(chapter.handbook.slug, chapter.slug)}/comments`}
        id={`passage-${place}`}
        state={own ? refused.state : freshForm()}
        label={t('handbooks:comment.passage', { number: place + 1 })}
      >
        <Hidden name="place" value={String(place)} />
        <Hidden name="revision" value={String(view.revision)} />
        <Hidden name="locale" value={locale} />
        <Field
          name="quote"
          label={t('handbooks:comment.quote')}
          hint={t('handbooks:comment.quote_hint')}
          optional
        />
        <TextArea name="body" label={t('handbooks:comment.body')} lang={locale} />
        <Button>{t('handbooks:comment.send')}</Button>
      </Form>
    </details>
  );
}

function Comment(props: CommentsProps & { comment: CommentView }) {
  const { t } = useLanguage();
  const { chapter, comment } = props;
  return (
    <article class="panel stack stack-tight" id={`comment-${comment.id}`}>
      {(comment.quote ?? (comment.place === null ? comment.passage : undefined)) && (
        <blockquote class="small serif" lang={chapter.locale}>
          {comment.quote ?? comment.passage}
        </blockquote>
      )}
      <Remark of={comment} />
      {comment.resolvedAt && (
        <p class="row small">
          <Tag>{t('handbooks:comment.resolved')}</Tag>
          <span class="soft">{comment.resolvedBy}</span>
        </p>
      )}
      {comment.answers.map((answer) => (
        <Remark of={answer} />
      ))}
      <Acts {...props} />
    </article>
  );
}

function Remark({ of: { author, body, locale, createdAt } }: { of: CommentView['answers'][number] }) {
  const { t } = useLanguage();
  return (
    <div>
      <p class="row small soft">
        <span>{author ?? t('handbooks:suggestion.nobody')}</span>
        <Time value={createdAt} />
      </p>
      <p class="beside-plain" lang={locale}>
        {body}
      </p>
    </div>
  );
}

function Acts({ chapter, comment, rooms, refused }: CommentsProps & { comment: CommentView }) {
  const { t, locale } = useLanguage();
  const book = chapter.handbook.slug;
  const own = refused?.at === comment.id ? refused.state : freshForm();
  const path = `${chapterPath(book, chapter.slug)}/comments/${comment.id}`;
  const settling = comment.resolvedAt ? 'reopen' : 'resolve';
  return (
    <>
      {comment.thread && (
        <p>
          <Link path={`/threads/${comment.thread}`}>{t('handbooks:comment.thread')}</Link>
        </p>
      )}
      {comment.can.settle && (
        <Form action={`${handbookPath(book)}/comments/${comment.id}/${settling}`} id={`settle-${comment.id}`}>
          <Button small>{t(`handbooks:comment.${settling}`)}</Button>
        </Form>
      )}
      {comment.can.answer && (
        <details open={own.refusal !== undefined}>
          <summary class="small">{t('handbooks:comment.answer')}</summary>
          <Form action={`${path}/answers`} id={`answer-${comment.id}`} state={own}>
            <Hidden name="locale" value={locale} />
            <TextArea name="body" label={t('handbooks:comment.body')} lang={locale} />
            <Button>{t('handbooks:comment.send')}</Button>
          </Form>
        </details>
      )}
      {comment.can.discuss && !comment.thread && rooms.length > 0 && (
        <details>
          <summary class="small">{t('handbooks:comment.discuss')}</summary>
          <Form action={`${path}/thread`} id={`thread-${comment.id}`}>
            <Choice
              name="room"
              label={t('handbooks:comment.room')}
              options={rooms.map(({ slug, name }) => ({ value: slug, label: name.text, lang: name.locale }))}
            />
            <Button>{t('handbooks:comment.open_thread')}</Button>
          </Form>
        </details>
      )}
    </>
  );
}
