import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Merge } from '../../ui/parts/merge';
import { Prose } from '../../ui/parts/prose';
import { WeightChoice } from '../../ui/parts/weight-choice';
import { TitleBlock } from '../../ui/parts/title-block';
import { PostField, WritingData } from './composing';
import type { PostView } from './post.schema';
import { postPath } from '../room-paths';

/** Changes the words of one's own post. */
export function EditPost({ post, form }: { post: PostView; form: FormState }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('rooms:edit.title')} lead={t('rooms:edit.lead')} />
      <Form action={`/posts/${post.id}/edit`} state={form} class="stack long-form" data-writing="post">
        <Hidden name="revision" />
        <PostField />
        <LanguageSelect label={t('rooms:composer.language')} />
        <WeightChoice />
        <div class="row row-center">
          <Button kind="main">{t('rooms:save')}</Button>
          <Link path={postPath(post.threadId, post.number)}>{t('rooms:cancel')}</Link>
        </div>
      </Form>
      <WritingData room={post.roomId} />
    </div>
  );
}

/** The post was changed in another window meanwhile. */
export function EditMerge({ post, typed }: { post: PostView; typed: Record<string, string> }) {
  const { t } = useLanguage();
  const { id, body, locale, revision, threadId, number } = post;
  const yours = typed['body'] ?? '';
  return (
    <div class="page">
      <TitleBlock title={t('rooms:edit.title')} />
      <Merge
        action={`/posts/${id}/edit`}
        revision={revision}
        fields={[
          { name: 'body', label: t('rooms:thread.text'), theirs: body, yours, lang: locale, long: true },
        ]}
        hidden={{ locale: typed['locale'] ?? locale }}
        cancelPath={postPath(threadId, number)}
      />
    </div>
  );
}

/** Asks before a post is withdrawn, and shows which. */
export function WithdrawPost({ post, form }: { post: PostView; form: FormState }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('rooms:withdraw.title')} lead={t('rooms:withdraw.lead')} />
      <div class="stack long-form">
        <blockquote class="stack stack-tight upright">
          <p class="small soft">{post.author.name}</p>
          <Prose lang={post.locale} html={post.html} />
        </blockquote>
        <Form action={`/posts/${post.id}/withdraw`} state={form}>
          <div class="row row-center">
            <Button kind="danger">{t('rooms:post.withdraw')}</Button>
            <Link path={postPath(post.threadId, post.number)}>{t('rooms:cancel')}</Link>
          </div>
        </Form>
      </div>
    </div>
  );
}
