import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice, type Option } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { FieldError, FieldHint } from '../../ui/parts/field-frame';
import { FieldGroup } from '../../ui/parts/field-group';
import { Form } from '../../ui/parts/form';
import { described, useField } from '../../ui/parts/form-context';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { TitleBlock } from '../../ui/parts/title-block';
import type { PostView } from '../posts/post.schema';
import { threadPath } from '../room-paths';
import type { Thread } from '../threads/thread.entity';
import { ThreadTarget } from './thread-target';

/** So much of a post is enough to know it again. Characters. */
const EXCERPT = 160;

interface SplitThreadProps {
  thread: Thread;
  form: FormState;
  /** The posts that can be chosen; with `from` those that go. */
  posts: PostView[];
  from?: number;
  threads: Option[];
  rooms: Option[];
}

/** Chooses posts and where they go: into a thread of their own, or into one that stands. */
export function SplitThread({ thread, form, posts, from, threads, rooms }: SplitThreadProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock
        title={t('rooms:split.title')}
        above={<span lang={thread.locale}>{thread.title}</span>}
        lead={t('rooms:split.lead')}
      />
      <Form
        action={`${threadPath(thread.id)}/split`}
        state={form}
        class="stack long-form"
        labels={{ threadId: t('rooms:merge.into'), words: t('rooms:target.words') }}
      >
        {from === undefined ? <Chosen posts={posts} /> : <FromHere posts={posts} from={from} />}
        <FieldGroup label={t('rooms:split.new')}>
          <Field name="title" label={t('rooms:thread.title')} hint={t('rooms:thread.title_hint')} optional />
          <LanguageSelect label={t('rooms:split.language')} />
          <Choice name="roomId" label={t('rooms:move.room')} options={rooms} />
        </FieldGroup>
        <FieldGroup label={t('rooms:split.existing')}>
          <ThreadTarget label={t('rooms:merge.into')} none={t('rooms:split.none')} threads={threads} />
        </FieldGroup>
        <div class="row row-center">
          <Button kind="main">{t('rooms:split.split')}</Button>
          <Link path={threadPath(thread.id)}>{t('rooms:cancel')}</Link>
        </div>
      </Form>
    </div>
  );
}

function Chosen({ posts }: { posts: PostView[] }) {
  const { t } = useLanguage();
  const facts = useField('postIds');
  const chosen = facts.value.split(',');
  const { 'aria-describedby': describedBy } = described(facts, true);
  return (
    <fieldset
      class={facts.errors.length > 0 ? 'field has-error' : 'field'}
      id={facts.id}
      tabIndex={-1}
      aria-describedby={describedBy}
    >
      <legend class="legend">{t('rooms:split.posts')}</legend>
      <FieldHint id={facts.hintId}>{t('rooms:split.posts_hint')}</FieldHint>
      <FieldError id={facts.errorId} errors={facts.errors} />
      {posts.map((post) => (
        <label class="check">
          <input type="checkbox" name="postIds" value={post.id} checked={chosen.includes(post.id)} />
          <Excerpt post={post} />
        </label>
      ))}
    </fieldset>
  );
}

function FromHere({ posts, from }: { posts: PostView[]; from: number }) {
  const { t } = useLanguage();
  const facts = useField('from');
  return (
    <div class={facts.errors.length > 0 ? 'field has-error' : 'field'} id={facts.id} tabIndex={-1}>
      <p class="legend">{t('rooms:count.split', { count: posts.length })}</p>
      <FieldError id={facts.errorId} errors={facts.errors} />
      {posts[0] && (
        <p>
          <Excerpt post={posts[0]} />
        </p>
      )}
      <Hidden name="from" value={String(from)} />
    </div>
  );
}

function Excerpt({ post: { number, author, body, locale, withdrawnAt } }: { post: PostView }) {
  const { t } = useLanguage();
  const words = withdrawnAt ? undefined : body.slice(0, EXCERPT).trim();
  return (
    <span>
      <span class="small soft">{`${number} · ${author.name}`}</span>
      <br />
      {words === undefined ? t('rooms:post.withdrawn') : <span lang={locale}>{words}</span>}
      {body.length > EXCERPT && ' …'}
    </span>
  );
}
