import type { ComponentChildren } from 'preact';
import type { FormState } from '../../core/http/form';
import { themeWord } from '../../directory/themes';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Link } from '../../ui/parts/link';
import { LiveMark, Mark } from '../../ui/parts/marks';
import { Notice } from '../../ui/parts/notice';
import { Standing } from '../../ui/parts/standing';
import { TitleBlock } from '../../ui/parts/title-block';
import { Composer } from '../posts/composer';
import { Log } from '../posts/log';
import { PageData, useThreadWords } from '../live/page-data';
import { PostTemplate } from '../posts/post';
import type { PostView } from '../posts/post.schema';
import type { Presence } from '../live/presence.service';
import type { RoomPlace } from '../room-frames.service';
import { FeedLink } from '../feeds/feed-link';
import { ReactionForm } from '../reactions/reacting';
import { roomPath, threadPath } from '../room-paths';
import { Resolution } from '../resolving/resolution';
import { threadsPath } from '../themes/thread-filter';
import { AtTheTable } from '../live/table';
import { ClosedNotice } from './closing';
import { HeldInThread } from '../newcomers/held';
import { Pace } from '../keeping/pace';
import type { Sitting } from './thread-reading.service';
import { SendingTemplate } from '../posts/sending';
import { ThreadTools } from './thread-tools';
import { FirstUnread } from '../following/first-unread';
import { WayIn } from '../way-in';

export interface ThreadBodyProps {
  sitting: Sitting;
  /** Number of the last post that counts as read on this page; it may have been read further since. */
  unreadAfter: number;
  place: RoomPlace;
  presence: Presence;
  form: FormState;
  answered?: PostView;
  /** What other capabilities show above the log. */
  beside: ComponentChildren;
}

/** A thread: what was said, who is here, and where to write. */
export function ThreadBody(props: ThreadBodyProps) {
  const { sitting, unreadAfter, place, presence } = props;
  const { thread } = sitting;
  const { t } = useLanguage();
  return (
    <div class="page">
      {sitting.room.can.reply && !thread.closed && (
        <a class="skip" href="#write">
          {t('rooms:composer.skip')}
        </a>
      )}
      <TitleBlock
        title={thread.title.text}
        lang={thread.title.locale}
        above={<Above {...{ sitting, unreadAfter, place, presence }} />}
      >
        <ThreadTools sitting={sitting} />
      </TitleBlock>
      <div class="split split-room section live-page" data-slot="page">
        <section class="stack" aria-labelledby="posts">
          <div data-slot="resolution">
            <Resolution sitting={sitting} />
          </div>
          <div class="companions" data-slot="companions">
            {props.beside}
          </div>
          <Log sitting={sitting} unreadAfter={unreadAfter} />
          <Writing {...props} />
        </section>
        <div class="aside">
          <div class="sticky">
            <AtTheTable presence={presence} authors={sitting.authors} />
            {sitting.room.visibility === 'public' && <FeedLink page={threadPath(thread.id)} />}
          </div>
        </div>
      </div>
      <PostTemplate
        threadId={thread.id}
        canReply={sitting.room.can.reply}
        canResolve={thread.can.resolve}
        keeps={sitting.room.can.keep && !sitting.room.archived}
      />
      {sitting.room.can.reply && <ReactionForm />}
      <SendingTemplate />
      <ThreadData sitting={sitting} />
    </div>
  );
}

type AboveProps = Pick<ThreadBodyProps, 'sitting' | 'unreadAfter' | 'place' | 'presence'>;

function Above({ sitting, unreadAfter, place, presence }: AboveProps) {
  const { t } = useLanguage();
  const { room, thread } = sitting;
  return (
    <>
      <span data-slot="live" hidden={presence.count === 0}>
        <LiveMark />
      </span>
      <span class="dots">
        <span>
          <Link path={roomPath(room.slug)} lang={room.name.locale} class="quiet-link">
            {room.name.text}
          </Link>
        </span>
        {place.name && place.path && (
          <span>
            <Link path={place.path} lang={place.name.locale} class="quiet-link">
              {place.name.text}
            </Link>
          </span>
        )}
        <span data-slot="posts">{t('rooms:count.posts', { count: thread.postCount })}</span>
        {thread.unread > 0 && <span>{t('ui:mark.unread', { count: thread.unread })}</span>}
        <FirstUnread sitting={sitting} unreadAfter={unreadAfter} />
      </span>
      <span class="row row-center" data-slot="marks">
        <Marks thread={thread} room={room} />
      </span>
      {thread.title.state !== 'original' && (
        <Standing of={thread.title} text={{ kind: 'thread', id: thread.id }} />
      )}
    </>
  );
}

function Marks({ thread, room }: Pick<Sitting, 'thread' | 'room'>) {
  const { t } = useLanguage();
  return (
    <>
      {thread.themes.length > 0 && (
        <span class="dots">
          {thread.themes.map((theme) => (
            <span>
              <Link path={threadsPath(room.slug, { theme })} class="quiet-link">
                {t(themeWord(theme))}
              </Link>
            </span>
          ))}
        </span>
      )}
      {thread.resolvedAt && <Mark kind="resolved" />}
      {thread.pinned && <Mark kind="pinned" />}
      <span data-slot="closed-mark" hidden={!thread.closed}>
        <Mark kind="closed" />
      </span>
      {room.visibility !== 'public' && <Mark kind="members" />}
    </>
  );
}

/** What stands below the log: posts under way, who is writing, the composer or the reason why there is none. */
function Writing({ sitting, place, presence, form, answered }: ThreadBodyProps) {
  const { t } = useLanguage();
  const { room, thread } = sitting;
  const mayWrite = room.can.reply;
  return (
    <>
      <Button type="button" class="new-posts" hidden data-action="new-posts">
        {t('rooms:count.new', { count: 1 })}
      </Button>
      <HeldInThread held={sitting.held} canKeep={room.can.keep} slug={room.slug} />
      <div class="log" data-slot="outbox" />
      <p class="typing" data-slot="typing" />
      <ClosedNotice thread={thread} />
      {mayWrite ? (
        <div class="writing" data-slot="writing" hidden={thread.closed && !form.refusal}>
          <Pace room={room} />
          {sitting.waits && <p class="small soft">{t('rooms:held.will_wait')}</p>}
          <Composer threadId={thread.id} form={form} {...(answered && { answered })} />
          <p class="row row-center small">
            <span class="soft">{t('rooms:composer.languages')}</span>
            <Button kind="plain" form="write" action={`${threadPath(thread.id)}/polls/new`}>
              {t('rooms:poll.add')}
            </Button>
          </p>
        </div>
      ) : (
        <>
          {form.values['body'] && <Kept text={form.values['body']} />}
          <WayIn room={room} place={place} />
        </>
      )}
      <p class="small soft here" data-slot="here" hidden={presence.count === 0}>
        {t('rooms:count.here', { count: presence.count })}
      </p>
      <p class="small soft connection" role="status" data-slot="connection" />
    </>
  );
}

/** Whoever may no longer write gets her words back. */
function Kept({ text }: { text: string }) {
  const { t } = useLanguage();
  return (
    <Notice kind="red" title={t('rooms:refusal.members_write')}>
      <p class="merge-text">{text}</p>
    </Notice>
  );
}

function ThreadData({
  sitting: { room, thread, posts, epoch, lastSeq, locales, groups },
}: {
  sitting: Sitting;
}) {
  const words = useThreadWords();
  const facts = {
    ...{ kind: 'thread' as const, room: room.id, thread: thread.id, epoch, last: lastSeq },
    readUpTo: Math.max(thread.readUpTo, posts.at(-1)?.number ?? 0),
    canKeep: room.can.keep,
    groups,
    reading: locales,
  };
  return <PageData facts={facts} words={words} />;
}
