import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Content } from '../../ui/parts/content';
import { EmptyState } from '../../ui/parts/empty-state';
import { Facts } from '../../ui/parts/facts';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Prose } from '../../ui/parts/prose';
import { TextArea } from '../../ui/parts/text-area';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import { filesAsHtml } from '../posts/post-files';
import { REASON_LIMIT } from '../keeping/reason.schema';
import type { Room } from '../room.entity';
import { heldPath, roomPath, threadPath } from '../room-paths';
import { NEWCOMER_POSTS, type HeldPostView } from './held-post.schema';

interface InThreadProps {
  held: HeldPostView[];
  canKeep: boolean;
  slug: string;
}

/** At the end of a thread: what waits, for its author and for those who keep order. */
export function HeldInThread({ held, canKeep, slug }: InThreadProps) {
  const { t } = useLanguage();
  return (
    <div id="held" data-slot="held">
      {held.length > 0 && (
        <section class="stack" aria-labelledby="held-title">
          <h2 id="held-title" class="small">
            {t('rooms:held.waits')}
          </h2>
          {held.map((post) => (
            <article class="stack stack-tight" data-held={post.clientId}>
              <HeldWords held={post} />
              <p class="small">
                <Link path={canKeep ? `${roomPath(slug)}/held` : heldPath(post.id)}>
                  {t(canKeep ? 'rooms:held.decide' : 'rooms:held.see')}
                </Link>
              </p>
            </article>
          ))}
        </section>
      )}
    </div>
  );
}

/** Who wrote it, when, and what. */
function HeldWords({ held: { author, heldAt, locale, html, files } }: { held: HeldPostView }) {
  const language = useLanguage();
  return (
    <>
      <p class="row small">
        <b>{author.name}</b>
        <Time value={heldAt} />
        <span class="soft">{language.t('rooms:language', { language: language.languageName(locale) })}</span>
      </p>
      <Prose lang={locale} html={html} />
      <HeldFiles files={files} />
    </>
  );
}

function HeldFiles({ files }: Pick<HeldPostView, 'files'>) {
  const language = useLanguage();
  if (files.length === 0) return null;
  return <ul class="post-files" dangerouslySetInnerHTML={{ __html: filesAsHtml(files, language) }} />;
}

/** Everything that waits in a room, to be decided. */
export function HeldList({
  room,
  held,
  refused,
}: {
  room: Room;
  held: HeldPostView[];
  refused?: { id: string; form: FormState };
}) {
  const { t, locale } = useLanguage();
  return (
    <div class="page">
      <TitleBlock
        title={t('rooms:held.title')}
        above={<span lang={room.locale}>{room.name}</span>}
        lead={t('rooms:held.lead')}
      />
      {held.length === 0 && (
        <EmptyState title={t('rooms:held.none')}>{t('rooms:held.none_words')}</EmptyState>
      )}
      {held.map((post) => (
        <section class="section stack long-form" aria-labelledby={`held-${post.id}`}>
          <HeldTitle held={post} />
          <HeldWords held={post} />
          <Form action={`${heldPath(post.id)}/approve`} id={`approve-${post.id}`} class="row">
            <Button kind="main" label={`${t('rooms:held.approve')}: ${post.author.name}`}>
              {t('rooms:held.approve')}
            </Button>
          </Form>
          <details class="stack" open={refused?.id === post.id}>
            <summary>{t('rooms:held.refuse')}</summary>
            <Form
              action={`${heldPath(post.id)}/refuse`}
              state={refused?.id === post.id ? refused.form : { values: { locale }, problems: [] }}
              id={`refuse-${post.id}`}
            >
              <TextArea
                name="reason"
                label={t('rooms:reason.label')}
                hint={t('rooms:held.reason_hint')}
                max={REASON_LIMIT}
                rows={3}
                optional
              />
              <LanguageSelect label={t('rooms:reason.language')} />
              <div>
                <Button label={`${t('rooms:held.refuse')}: ${post.author.name}`}>
                  {t('rooms:held.refuse')}
                </Button>
              </div>
            </Form>
          </details>
        </section>
      ))}
    </div>
  );
}

function HeldTitle({ held: { id, threadId, title } }: { held: HeldPostView }) {
  const { t } = useLanguage();
  return (
    <h2 id={`held-${id}`}>
      {threadId ? (
        <Link path={threadPath(threadId)}>{title}</Link>
      ) : (
        t('rooms:held.opens', { title: title ?? '' })
      )}
    </h2>
  );
}

/** One of them, for its author: how it stands, and her words. */
export function HeldPage({
  room,
  held,
  mayWithdraw,
}: {
  room: Room;
  held: HeldPostView;
  mayWithdraw: boolean;
}) {
  const { t } = useLanguage();
  const { state, reason, body, title, id } = held;
  return (
    <div class="page">
      <TitleBlock
        title={t(`rooms:held.state.${state}`)}
        above={<span lang={room.locale}>{room.name}</span>}
        lead={t(`rooms:held.words.${state}`)}
      />
      <div class="stack long-form">
        <Facts
          facts={[
            { label: t('rooms:thread.title'), value: title },
            { label: t('rooms:held.sent'), value: <Time value={held.heldAt} /> },
            {
              label: t('rooms:reason.label'),
              value: state === 'refused' && (reason?.text ?? t('rooms:reason.none')),
              ...(reason && { lang: reason.locale }),
            },
          ]}
        />
        {body && (
          <>
            <h2>{t('rooms:held.own_words')}</h2>
            <Content as="p" lang={held.locale} class="merge-text">
              {body}
            </Content>
            <HeldFiles files={held.files} />
          </>
        )}
        {mayWithdraw && (
          <Form action={`${heldPath(id)}/withdraw`} class="row">
            <Button>{t(state === 'waiting' ? 'rooms:held.withdraw' : 'rooms:held.discard')}</Button>
          </Form>
        )}
        <p>{held.threadId && <Link path={threadPath(held.threadId)}>{t('rooms:held.to_thread')}</Link>}</p>
      </div>
    </div>
  );
}

/** On the page where a room is managed: how many first posts of a newcomer wait. */
export function NewcomersForm({
  room,
  form,
}: {
  room: Pick<Room, 'slug' | 'newcomerPosts'>;
  form: FormState;
}) {
  const { t } = useLanguage();
  const choices = [...new Set([...NEWCOMER_POSTS, room.newcomerPosts])].toSorted((a, b) => a - b);
  return (
    <Form
      action={`${roomPath(room.slug)}/newcomers`}
      state={form}
      id="newcomers-form"
      class="stack long-form"
    >
      <Choice
        name="newcomerPosts"
        label={t('rooms:newcomers.label')}
        hint={t('rooms:newcomers.hint')}
        options={choices.map((count) => ({
          value: String(count),
          label: count === 0 ? t('rooms:newcomers.off') : t('rooms:newcomers.first', { count }),
        }))}
      />
      <div>
        <Button>{t('rooms:save')}</Button>
      </div>
    </Form>
  );
}
