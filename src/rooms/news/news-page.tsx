import type { Key } from '../../core/i18n/keys';
import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { EmptyState } from '../../ui/parts/empty-state';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { Pages } from '../../ui/parts/pages';
import { SectionHead } from '../../ui/parts/section-head';
import { Tabs } from '../../ui/parts/tabs';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import { PATHS } from '../../ui/paths';
import { PageData } from '../live/page-data';
import type { RoomPlace } from '../room-frames.service';
import { newsPath } from './news-path';
import { byPlace, PlaceNews } from './place-news';
import { NEWS_SORTS, type NewsSort, type NewsView } from './news.schema';

interface NewsPageProps {
  news: NewsView;
  /** What each of the rooms belongs to. */
  places: RoomPlace[];
  only?: NewsSort | undefined;
  /** Slug, where one room is shown by itself. */
  room?: string;
}

const SORT_WORDS: Record<NewsSort, Key> = {
  all: 'rooms:news.only.all',
  followed: 'rooms:news.only.followed',
  mentions: 'rooms:news.only.mentions',
  answers: 'rooms:news.only.answers',
};

/** What is new: what concerns the reader herself, then room by room. The script keeps it up to date. */
export function NewsPage({ news, places, only = 'all', room }: NewsPageProps) {
  const { t } = useLanguage();
  const { unread, told, rooms, page, pages } = news;
  const tabs = NEWS_SORTS.map((sort) => ({
    label: t(SORT_WORDS[sort]),
    path: newsPath({ only: sort }),
    current: sort === only && room === undefined,
  }));
  return (
    <div class="page">
      <TitleBlock title={t('rooms:news.title')} lead={t('rooms:news.lead')} />
      <Tabs label={t('rooms:news.only.label')} tabs={tabs} />
      {only === 'all' && (
        <Form action={`${PATHS.news}/read`} id="mark-read" class="visually-hidden">
          {null}
        </Form>
      )}
      <div data-slot="page">
        {rooms.length === 0 && told.length === 0 && (
          <div class="section no-line">
            <NothingNew all={only === 'all' && room === undefined} />
          </div>
        )}
        {told.length > 0 && <Told told={told} />}
        {unread > 0 && only === 'all' && room === undefined && (
          <div class="row row-center section">
            <p>{t('ui:mark.unread', { count: unread })}</p>
            <ButtonLink small path={PATHS.nextUnread}>
              {t('rooms:unread.next')}
            </ButtonLink>
            <Button small form="mark-read">
              {t('rooms:unread.read_all')}
            </Button>
          </div>
        )}
        {byPlace(rooms, places).map((group) => (
          <PlaceNews group={group} only={only} />
        ))}
        <Pages page={page} pages={pages} path={(number) => newsPath({ only, room, page: number })} />
      </div>
      <PageData facts={{ kind: 'news' }} words={{}} />
    </div>
  );
}

function NothingNew({ all }: { all: boolean }) {
  const { t } = useLanguage();
  if (!all)
    return (
      <EmptyState title={t('rooms:news.none_of_these')} heading="h2">
        <Link path={PATHS.news}>{t('rooms:news.all')}</Link>
      </EmptyState>
    );
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
