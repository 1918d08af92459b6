import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { Prose } from '../../ui/parts/prose';
import { TitleBlock } from '../../ui/parts/title-block';
import { postPath, threadPath } from '../room-paths';
import type { PostView } from './post.schema';

/** What a reader may do with a post. */
type Verb = 'conclude' | 'resolve' | 'split' | 'edit' | 'withdraw' | 'hide' | 'report';

interface PostActionsProps {
  post: PostView;
  may: Record<Verb, boolean>;
}

/** All that a reader can do with one post. The script of its thread opens the list at the post. */
export function PostActions(props: PostActionsProps) {
  const { t } = useLanguage();
  const { author, locale, html, threadId, number } = props.post;
  return (
    <div class="page">
      <TitleBlock title={t('rooms:post.actions')} />
      <div class="stack long-form">
        <blockquote class="stack stack-tight upright">
          <p class="small soft">{author.name}</p>
          <Prose lang={locale} html={html} />
        </blockquote>
        <nav class="post-actions" aria-label={t('rooms:post.actions')} data-slot="actions">
          <Verbs {...props} />
        </nav>
        <p>
          <Link path={postPath(threadId, number)}>{t('rooms:cancel')}</Link>
        </p>
      </div>
    </div>
  );
}

function Verbs({ post: { id, number, threadId }, may }: PostActionsProps) {
  const { t } = useLanguage();
  const path = threadPath(threadId);
  return (
    <>
      {may.conclude && (
        <span data-slot="conclude">
          <Link path={`${path}/conclusions/new?post=${id}`}>{t('rooms:post.conclude')}</Link>
        </span>
      )}
      {may.resolve && <Link path={`${path}/resolve?post=${id}`}>{t('rooms:resolve.by_this')}</Link>}
      {may.split && <Link path={`${path}/split?from=${number}`}>{t('rooms:split.from_here')}</Link>}
      {may.edit && <Link path={`/posts/${id}/edit`}>{t('rooms:post.edit')}</Link>}
      {may.withdraw && <Link path={`/posts/${id}/withdraw`}>{t('rooms:post.withdraw')}</Link>}
      {may.hide && <Link path={`/posts/${id}/hide`}>{t('rooms:post.hide')}</Link>}
      {may.report && <Link path={`/posts/${id}/report`}>{t('rooms:post.report')}</Link>}
    </>
  );
}
