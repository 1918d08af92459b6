import { useLanguage } from '../../ui/language';
import { Prose } from '../../ui/parts/prose';
import { SectionHead } from '../../ui/parts/section-head';
import { TextState } from '../../ui/parts/text-state';
import { Time } from '../../ui/parts/time';
import type { PostView } from '../../rooms/posts/post.schema';
import { shownTranslation } from '../../rooms/posts/post-views';
import type { ReadingOfPost } from '../reporting/readings';
import { ReportedPost } from '../reported-post';
import type { CasePageProps } from './case-props';

/** The original first, then the translation that the moderator may need. */
export function PostInQuestion({ post, readings, matter, locales }: CasePageProps) {
  const { t } = useLanguage();
  const translation = shownTranslation(post, locales);
  return (
    <section class="stack" aria-labelledby="post">
      <SectionHead id="post" title={t('moderation:fact.post')} />
      {matter.hidden && <p class="soft">{t('rooms:post.hidden')}</p>}
      {matter.gone ? <p class="empty">{t('moderation:case.gone')}</p> : <ReportedPost post={post} />}
      {translation && (
        <div class="stack stack-tight">
          <TextState state={translation.status} originalLocale={post.locale} />
          <Prose lang={translation.locale} html={translation.html} />
        </div>
      )}
      {readings.map((reading) => (
        <AsReported reading={reading} post={post} />
      ))}
    </section>
  );
}

/** What stood there when somebody reported it: the author may have edited since, or a translation been mended. */
function AsReported({ reading, post }: { reading: ReadingOfPost; post: PostView }) {
  const { t, inLanguage } = useLanguage();
  const { status, locale, html, readAt } = reading;
  return (
    <details class="stack stack-tight">
      <summary>{t('moderation:case.as_reported', { in: inLanguage(locale) })}</summary>
      <p class="small soft dots">
        <TextState state={status} {...(status !== 'original' && { originalLocale: post.locale })} />
        <Time value={readAt} />
      </p>
      <Prose lang={locale} html={html} />
    </details>
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
