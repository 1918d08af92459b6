import type { ComponentChildren } from 'preact';
import { useLanguage } from '../../ui/language';
import { pathPath } from '../../evidence/evidence-paths';
import { Link } from '../../ui/parts/link';
import { Seat } from '../../ui/parts/seat';
import { Reacting } from '../reactions/reacting';
import { actionsPath, currentPath, postPath, threadPath } from '../room-paths';
import type { Shape, Words } from './post-shape';
import { Said } from './said';

/** The drawing of a post. The script knows its parts by `data-slot`. */
export function DrawnPost({ shape, words }: PartProps) {
  const { own, withdrawn, blank } = shape;
  const look = ['post', own && 'post-own', withdrawn && 'post-withdrawn'].filter(Boolean).join(' ');
  return (
    <article
      class={look}
      id={`post-${words.number}`}
      data-post={words.id}
      data-number={words.number}
      data-client={own || blank ? words.client : undefined}
      data-day={words.day}
      aria-labelledby={`who-${words.number}`}
    >
      <Seat initials={words.initials} own={own} />
      <div class="body">
        <Head shape={shape} words={words} />
        {(shape.answers ?? blank) && <Answered shape={shape} words={words} />}
        {(withdrawn || blank) && <Tombstone shape={shape} words={words} />}
        {!withdrawn && <Said shape={shape} words={words} />}
        {shape.files && !withdrawn && (
          <ul class="post-files" data-slot="files" dangerouslySetInnerHTML={{ __html: words.files }} />
        )}
        {!withdrawn && (shape.polled || blank) && (
          <div data-slot="poll" data-poll={words.pollId} dangerouslySetInnerHTML={{ __html: words.poll }} />
        )}
        {!withdrawn && <Reacting shape={shape} words={words} />}
        {!withdrawn && <Foot shape={shape} words={words} />}
      </div>
    </article>
  );
}

interface PartProps {
  shape: Shape;
  words: Words;
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

function Head({ shape, words }: PartProps) {
  const { t, inLanguage } = useLanguage();
  return (
    <header class="post-head">
      <h3 class="who" id={`who-${words.number}`}>
        {shape.own ? t('ui:presence.you') : words.name}
      </h3>
      {shape.organisation && (
        <Slot name="organisation" class="small soft">
          <Link
            path={`/organisations/${words.organisationSlug}`}
            lang={words.organisationLocale}
            class="quiet-link"
          >
            {words.organisation}
          </Link>
        </Slot>
      )}
      <Slot name="time" class="small soft">
        <a href={`?around=${words.number}#post-${words.number}`} class="quiet-link">
          <time dateTime={words.published} title={words.moment}>
            {words.time}
          </time>
        </a>
      </Slot>
      {!shape.withdrawn && (!shape.translated || shape.blank) && (
        <Slot name="language" class="small soft in">
          {t('rooms:post.original', { in: inLanguage(shape.locale) })}
        </Slot>
      )}
    </header>
  );
}

function Answered({ shape, words }: PartProps) {
  const { t } = useLanguage();
  return (
    <p class="small soft answered" data-slot="answered">
      {t('rooms:post.answers')}{' '}
      {shape.answers === 'near' ? (
        <a href={`#post-${words.answeredNumber}`}>{words.answered}</a>
      ) : (
        <Link path={postPath(words.thread, words.answeredNumber)}>{words.answered}</Link>
      )}
    </p>
  );
}

/** What stands in the place of words that are not shown. */
function Tombstone({ shape: { gone, blank }, words }: PartProps) {
  const { t } = useLanguage();
  return (
    <>
      {(gone === 'withdrawn' || blank) && (
        <p class="tombstone" data-slot="withdrawn">
          {t('rooms:post.withdrawn')}
        </p>
      )}
      {(gone === 'hidden' || blank) && (
        <p class="tombstone" data-slot="hidden">
          {t('rooms:post.hidden')}
        </p>
      )}
      {(gone === 'moved' || blank) && (
        <p class="tombstone" data-slot="moved">
          <Link path={currentPath(words.moved)}>{t('rooms:post.moved')}</Link>
        </p>
      )}
    </>
  );
}

/** The verbs of every day. Those who keep order have so many more that these stand behind one link. */
function Foot({ shape, words: { id, thread, number, ...words } }: PartProps) {
  const { t } = useLanguage();
  const { canReply, canEdit, canWithdraw, canReport, canResolve, keeps, edited, cited } = shape;
  /** Within the page of the thread, so that its address need not be said with each post. */
  const answer = (what: 'reply' | 'quote') => `?around=${number}&${what}=${id}#write`;
  return (
    <div class="post-foot">
      {canReply && <Answer name="reply" href={answer('reply')} words={t('rooms:post.reply')} />}
      {canReply && <Answer name="quote" href={answer('quote')} words={t('rooms:post.quote')} />}
      {canEdit && <Act name="edit" path={`/posts/${id}/edit`} words={t('rooms:post.edit')} />}
      {!keeps && canWithdraw && (
        <Act name="withdraw" path={`/posts/${id}/withdraw`} words={t('rooms:post.withdraw')} />
      )}
      {!keeps && canResolve && (
        <Act
          name="resolve"
          path={`${threadPath(thread)}/resolve?post=${id}`}
          words={t('rooms:resolve.by_this')}
        />
      )}
      {!keeps && canReport && (
        <Act name="report" path={`/posts/${id}/report`} words={t('rooms:post.report')} />
      )}
      {keeps && <Act name="more" path={actionsPath(id)} words={t('rooms:post.more')} />}
      {edited && (
        <Slot name="edited">
          <Link path={`/posts/${id}/history`} class="plain edited">
            {words.edited}
          </Link>
        </Slot>
      )}
      {cited && <Act name="cited" path={pathPath({ kind: 'post', id })} words={words.cited} />}
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

function Answer({ name, href, words }: { name: string; href: string; words: string }) {
  return (
    <Slot name={name}>
      <a href={href} class="plain">
        {words}
      </a>
    </Slot>
  );
}
