import type { ComponentChildren } from 'preact';
import { initials } from '../../ui/initials';
import { useLanguage, useReading } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { Prose } from '../../ui/parts/prose';
import { Seat } from '../../ui/parts/seat';
import { IN_LANGUAGE } from '../../ui/parts/text-state';
import { Time } from '../../ui/parts/time';
import { useMoments } from './moments';
import { postPath, threadPath } from '../room-paths';
import type { ShownPost } from '../threads/thread-reading.service';

interface PostProps {
  post: ShownPost;
  canReply: boolean;
  /** Whether the post of this number stands on the same page. */
  near: (number: number) => boolean;
  /** Draws every part that a post can have, for the script to fill: see `PostTemplate`. */
  blank?: boolean;
}

/** One post of a thread. The script knows its parts by `data-slot`. */
export function PostItem({ post, canReply, near, blank = false }: PostProps) {
  const { person } = useReading();
  const { dayKey } = useMoments();
  const own = person?.id === post.author.id;
  const withdrawn = post.withdrawnAt !== null;
  const look = ['post', own && 'post-own', withdrawn && 'post-withdrawn'].filter(Boolean).join(' ');
  return (
    <article
      class={look}
      id={`post-${post.number}`}
      data-post={post.id}
      data-number={post.number}
      data-client={post.clientId}
      data-author={post.author.id}
      data-day={dayKey(post.publishedAt)}
      aria-labelledby={`who-${post.number}`}
    >
      <Seat initials={initials(post.author.name)} own={own} />
      <div class="body">
        <PostHead post={post} own={own} blank={blank} />
        {(post.replyTo || blank) && <Answered post={post} near={near} />}
        {(withdrawn || blank) && <Tombstone />}
        {!withdrawn && <Prose lang={post.locale} html={post.html} />}
        {!withdrawn && <PostFoot post={post} canReply={canReply} blank={blank} />}
      </div>
    </article>
  );
}

function Slot({
  name,
  class: look,
  children,
}: {
  name: string;
  class?: string;
  children: ComponentChildren;
}) {
  return (
    <span class={look} data-slot={name}>
      {children}
    </span>
  );
}

function PostHead({ post, own, blank }: { post: ShownPost; own: boolean; blank: boolean }) {
  const { t } = useLanguage();
  const { author, locale, threadId, number, publishedAt } = post;
  const organisation = author.organisation ?? (blank ? { name: '', slug: '', locale } : null);
  return (
    <header class="post-head">
      <h3 class="who" id={`who-${number}`}>
        {own ? t('ui:presence.you') : author.name}
      </h3>
      {organisation && (
        <Slot name="organisation" class="small soft">
          <Link path={`/organisations/${organisation.slug}`} lang={organisation.locale} class="quiet-link">
            {organisation.name}
          </Link>
        </Slot>
      )}
      <Slot name="time" class="small soft">
        <Link path={postPath(threadId, number)} class="quiet-link">
          <Time value={publishedAt} as="time" />
        </Link>
      </Slot>
      {!post.withdrawnAt && (
        <Slot name="language" class="small soft in">
          {t('rooms:post.original', { in: t(IN_LANGUAGE[locale]) })}
        </Slot>
      )}
    </header>
  );
}

function Answered({ post: { threadId, replyTo }, near }: { post: ShownPost; near: PostProps['near'] }) {
  const { t } = useLanguage();
  const words = replyTo ? `${replyTo.author}, ${replyTo.number}` : '';
  return (
    <p class="small soft answered" data-slot="answered">
      {t('rooms:post.answers')}{' '}
      {replyTo && near(replyTo.number) ? (
        <a href={`#post-${replyTo.number}`}>{words}</a>
      ) : (
        <Link path={replyTo ? postPath(threadId, replyTo.number) : ''}>{words}</Link>
      )}
    </p>
  );
}

function Tombstone() {
  const { t } = useLanguage();
  return (
    <p class="tombstone" data-slot="tombstone">
      {t('rooms:post.withdrawn')}
    </p>
  );
}

interface FootProps {
  post: ShownPost;
  canReply: boolean;
  blank: boolean;
}

function PostFoot({ post, canReply, blank }: FootProps) {
  const { t } = useLanguage();
  const { id, threadId, number, can } = post;
  const answer = (what: 'reply' | 'quote') => `${threadPath(threadId)}?around=${number}&${what}=${id}#write`;
  return (
    <div class="post-foot">
      {canReply && <Act name="reply" path={answer('reply')} words={t('rooms:post.reply')} />}
      {canReply && <Act name="quote" path={answer('quote')} words={t('rooms:post.quote')} />}
      {(can.edit || blank) && <Act name="edit" path={`/posts/${id}/edit`} words={t('rooms:post.edit')} />}
      {(can.withdraw || blank) && (
        <Act name="withdraw" path={`/posts/${id}/withdraw`} words={t('rooms:post.withdraw')} />
      )}
      {(post.editedAt || blank) && <Edited post={post} />}
    </div>
  );
}

function Act({ name, path, words }: { name: string; path: string; words: string }) {
  return (
    <Slot name={name}>
      <Link path={path} class="plain">
        {words}
      </Link>
    </Slot>
  );
}

/** The mark that a post was edited, and the way to its history. */
function Edited({ post: { id, publishedAt, editedAt } }: { post: ShownPost }) {
  const { t } = useLanguage();
  const { shortly } = useMoments();
  const when = editedAt ? shortly(editedAt, publishedAt) : '';
  return (
    <Slot name="edited">
      <Link path={`/posts/${id}/history`} class="plain edited">
        {t('rooms:post.edited', { when })}
      </Link>
    </Slot>
  );
}

const NOBODY = { id: '', name: '?', organisation: null };

/** An empty post with all its parts: what the script clones when a post arrives, so that posts are drawn here only. */
export function PostTemplate({ threadId, canReply }: { threadId: string; canReply: boolean }) {
  const { locale } = useLanguage();
  const blank: ShownPost = {
    ...{ id: '', roomId: '', threadId, number: 0, seq: 0, clientId: '', author: NOBODY, locale },
    ...{ body: '', html: '', revision: 1, replyTo: null, editedAt: null, withdrawnAt: null },
    publishedAt: new Date(0).toISOString(),
    can: { edit: true, withdraw: true },
  };
  return (
    <template id="post-template">
      <PostItem post={blank} canReply={canReply} near={() => false} blank />
    </template>
  );
}
