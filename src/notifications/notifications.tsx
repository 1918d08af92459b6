import type { Key } from '../core/i18n/keys';
import { useLanguage } from '../ui/language';
import { Button } from '../ui/parts/button';
import { EmptyState } from '../ui/parts/empty-state';
import { Form } from '../ui/parts/form';
import { Link } from '../ui/parts/link';
import { SectionHead } from '../ui/parts/section-head';
import { Tabs } from '../ui/parts/tabs';
import { TextState } from '../ui/parts/text-state';
import { Time } from '../ui/parts/time';
import { PATHS } from '../ui/paths';
import { NOTICE_SORTS, type NoticeSort } from './notice-kind';
import type { NotificationView } from './notification.schema';

interface NotificationListProps {
  items: NotificationView[];
  next: string | null;
  /** How many of each sort she has not read. */
  unread: Map<NoticeSort, number>;
  /** Those of one sort. */
  only: NoticeSort | undefined;
}

const SORT_WORDS: Record<NoticeSort, Key> = {
  mentions: 'notifications:sort.mentions',
  answers: 'notifications:sort.answers',
  threads: 'notifications:sort.threads',
  moderation: 'notifications:sort.moderation',
  rest: 'notifications:sort.rest',
};

export function notificationsPath(only: NoticeSort | undefined, after?: string): string {
  const query = new URLSearchParams({ ...(only && { only }), ...(after && { after }) }).toString();
  return query ? `${PATHS.notifications}?${query}` : PATHS.notifications;
}

/** Unread ones, then those read, each by days. */
export function NotificationList(props: NotificationListProps) {
  const { t } = useLanguage();
  const { items, only } = props;
  if (items.length === 0 && !only)
    return <EmptyState title={t('notifications:none')}>{t('notifications:none_words')}</EmptyState>;
  return (
    <>
      <Sorts {...props} />
      {items.length === 0 && (
        <EmptyState title={t('notifications:none_of_kind')}>
          <Link path={PATHS.notifications}>{t('notifications:all_kinds')}</Link>
        </EmptyState>
      )}
      <Told {...props} />
      <p class="small soft">{t('notifications:kept')}</p>
    </>
  );
}

/** Narrows the list to one sort; each says how many of it are unread. */
function Sorts({ unread, only }: NotificationListProps) {
  const { t } = useLanguage();
  const tabs = NOTICE_SORTS.map((sort) => ({
    label: t(SORT_WORDS[sort]),
    path: notificationsPath(sort),
    current: sort === only,
    ...(unread.has(sort) && { count: unread.get(sort)! }),
  }));
  const all = { label: t('notifications:sort.all'), path: PATHS.notifications, current: !only };
  return <Tabs flush label={t('notifications:sort.label')} tabs={[all, ...tabs]} />;
}

function Told({ items, next, only }: NotificationListProps) {
  const { t } = useLanguage();
  const unread = items.filter(({ read }) => !read);
  const read = items.filter((item) => item.read);
  return (
    <>
      {unread.length > 0 && (
        <section aria-labelledby="new">
          <SectionHead id="new" title={t('notifications:new')}>
            <Form action={`${PATHS.notifications}/read`} id="read-all" class="inline">
              {only && <input type="hidden" name="only" value={only} />}
              <Button small>{t('notifications:read_all')}</Button>
            </Form>
          </SectionHead>
          <Days items={unread} />
        </section>
      )}
      {read.length > 0 && (
        <section aria-labelledby="earlier">
          <SectionHead id="earlier" title={t('notifications:earlier')} />
          <Days items={read} />
        </section>
      )}
      {next && (
        <p>
          <Link path={notificationsPath(only, next)}>{t('notifications:more')}</Link>
        </p>
      )}
    </>
  );
}

function Days({ items }: { items: NotificationView[] }) {
  const language = useLanguage();
  const days = new Map<string, NotificationView[]>();
  for (const item of items)
    days.set(language.dayKey(item.at), [...(days.get(language.dayKey(item.at)) ?? []), item]);
  return (
    <div class="stack">
      {[...days.values()].map((ofDay) => (
        <div>
          <h3 class="small soft">
            <Time value={ofDay[0]!.at} as="date" />
          </h3>
          <ul class="list list-close">
            {ofDay.map((item) => (
              <NotificationRow {...item} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function NotificationRow({ id, words, title, path, at, read }: NotificationView) {
  const { t } = useLanguage();
  const label = [words, title?.text].filter(Boolean).join(': ');
  return (
    <li class={read ? 'list-row with-action' : 'list-row list-row-unread with-action'}>
      <div>
        <p>{path && !title ? <Link path={`${PATHS.notifications}/${id}`}>{words}</Link> : words}</p>
        {title && (
          <p class="said" lang={title.locale}>
            {path ? <Link path={`${PATHS.notifications}/${id}`}>{title.text}</Link> : title.text}
          </p>
        )}
        {title?.state === 'machine' && <TextState state="machine" originalLocale={title.originalLocale} />}
        <p class="small soft">
          <Time value={at} as="time" />
        </p>
      </div>
      {!read && (
        <Form action={`${PATHS.notifications}/${id}/read`} id={`read-${id}`} class="inline">
          <Button small label={`${t('notifications:read')}: ${label}`}>
            {t('notifications:read')}
          </Button>
        </Form>
      )}
    </li>
  );
}
