import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { EmptyState } from '../../ui/parts/empty-state';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { ListRow } from '../../ui/parts/list-row';
import { Tag, UnreadCount } from '../../ui/parts/marks';
import { Pages } from '../../ui/parts/pages';
import { SectionHead } from '../../ui/parts/section-head';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import { PATHS } from '../../ui/paths';
import { LEVEL_WORDS } from '../following/level-menu';
import { PageData } from '../live/page-data';
import { roomPath } from '../room-paths';
import type { NewsThread, NewsView } from './news.schema';

/** What is new: what concerns the reader herself, then room by room. The script keeps it up to date. */
export function NewsPage({ news }: { news: NewsView }) {
  const { t } = useLanguage();
  const { unread, told, rooms, page, pages } = news;
  return (
    <div class="page">
      <TitleBlock title={t('rooms:news.title')} lead={t('rooms:news.lead')} />
      <div data-slot="page">
        {rooms.length === 0 && told.length === 0 && <NothingNew />}
        {told.length > 0 && <Told told={told} />}
        {unread > 0 && (
          <div class="row row-center section">
            <p>{t('ui:mark.unread', { count: unread })}</p>
            <Form action={`${PATHS.news}/read`} id="read-everything" class="inline">
              <Button small>{t('rooms:unread.read_all')}</Button>
            </Form>
          </div>
        )}
        {rooms.map((room) => (
          <RoomNews {...room} />
        ))}
        <Pages page={page} pages={pages} path={(number) => `${PATHS.news}?page=${number}`} />
      </div>
      <PageData facts={{ kind: 'news' }} words={{}} />
    </div>
  );
}

function NothingNew() {
  const { t } = useLanguage();
  return (
    <EmptyState
      title={t('rooms:news.none')}
      heading="h2"
      action={<ButtonLink path={PATHS.rooms}>{t('rooms:title')}</ButtonLink>}
    >
      {t('rooms:news.none_words')}
    </EmptyState>
  );
}

function Told({ told }: Pick<NewsView, 'told'>) {
  const { t } = useLanguage();
  return (
    <section class="section no-line" aria-labelledby="told">
      <SectionHead id="told" title={t('rooms:news.told')}>
        <Link path={PATHS.notifications}>{t('notifications:title')}</Link>
      </SectionHead>
      <ul class="list list-close">
        {told.map(({ id, words, title, at }) => (
          <li class="list-row list-row-unread">
            <p>{words}</p>
            {title && (
              <p class="said" lang={title.locale}>
                <Link path={`${PATHS.notifications}/${id}`}>{title.text}</Link>
              </p>
            )}
            <p class="small soft">
              <Time value={at} as="ago" />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RoomNews({ room, threads, more }: NewsView['rooms'][number]) {
  const { t } = useLanguage();
  const id = `room-${room.id}`;
  return (
    <section class="section" aria-labelledby={id}>
      <SectionHead
        id={id}
        title={<Link path={roomPath(room.slug)}>{room.name.text}</Link>}
        lang={room.name.locale}
      >
        <UnreadCount count={room.unread} />
      </SectionHead>
      <ul class="list">
        {threads.map((thread) => (
          <ThreadNews thread={thread} />
        ))}
      </ul>
      {more && (
        <p class="small">
          <Link path={roomPath(room.slug)}>{t('rooms:news.more')}</Link>
        </p>
      )}
    </section>
  );
}

function ThreadNews({ thread }: { thread: NewsThread }) {
  const language = useLanguage();
  const { t } = language;
  const { level, fresh, unread, lastAuthor, lastPostAt, title } = thread;
  return (
    <ListRow
      path={thread.firstUnread}
      title={title.text}
      lang={title.locale}
      unread
      marks={
        <>
          <UnreadCount count={unread} />
          {fresh && <Tag>{t('rooms:news.fresh')}</Tag>}
          {level !== 'normal' && (
            <span class="small soft">
              {t('rooms:level.label')} {t(LEVEL_WORDS[level])}
            </span>
          )}
        </>
      }
      facts={
        <>
          {lastAuthor && <span>{lastAuthor}</span>}
          <span>{t('rooms:last_post', { when: language.ago(lastPostAt) })}</span>
          <span>{t('rooms:language', { language: language.languageName(title.originalLocale) })}</span>
        </>
      }
    />
  );
}
