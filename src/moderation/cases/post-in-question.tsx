import { useLanguage } from '../../ui/language';
import { Prose } from '../../ui/parts/prose';
import { SectionHead } from '../../ui/parts/section-head';
import { TextState } from '../../ui/parts/text-state';
import { Time } from '../../ui/parts/time';
import type { PostView } from '../../rooms/posts/post.schema';
import { shownTranslation } from '../../rooms/posts/post-views';
import { ReportedPost } from '../reported-post';
import type { CasePageProps } from './case-props';

/** The original first, then the translation that the moderator may need. */
export function PostInQuestion({ post, words, matter, locales }: CasePageProps) {
  const { t } = useLanguage();
  const translation = shownTranslation(post, locales);
  return (
    <section class="stack" aria-labelledby="post">
      <SectionHead id="post" title={t('moderation:fact.post')} />
      {matter.hidden && <p class="soft">{t('rooms:post.hidden')}</p>}
      {matter.gone ? (
        <p class="empty">{t('moderation:case.gone')}</p>
      ) : (
        <ReportedPost post={{ ...post, ...words }} />
      )}
      {translation && (
        <div class="stack stack-tight">
          <TextState state={translation.status} originalLocale={post.locale} />
          <Prose lang={translation.locale} html={translation.html} />
        </div>
      )}
    </section>
  );
}

/** What was said before and after. */
export function PostsAround({ around }: CasePageProps) {
  const { t } = useLanguage();
  if (around.length === 0) return null;
  return (
    <details>
      <summary>{t('moderation:case.around')}</summary>
      <ol class="list">
        {around.map((post) => (
          <Around post={post} />
        ))}
      </ol>
    </details>
  );
}

function Around({ post }: { post: PostView }) {
  const { t } = useLanguage();
  return (
    <li class="stack stack-tight">
      <p class="small soft dots">
        <span>{post.number}</span>
        <span>{post.author.name}</span>
        <Time value={post.publishedAt} />
      </p>
      {post.withdrawnAt ? (
        <p class="soft">{t(post.hiddenAt ? 'rooms:post.hidden' : 'rooms:post.withdrawn')}</p>
      ) : (
        <Prose lang={post.locale} html={post.html} />
      )}
    </li>
  );
}
