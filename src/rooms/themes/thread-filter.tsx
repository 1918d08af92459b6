import { themeWord } from '../../directory/themes';
import { useLanguage, useReading } from '../../ui/language';
import { Choice } from '../../ui/parts/choice';
import { FilterBar } from '../../ui/parts/filter-bar';
import { Tabs, type Tab } from '../../ui/parts/tabs';
import { roomPath } from '../room-paths';
import type { RoomView } from '../room.schema';
import type { ThreadFacets } from '../threads/thread-facets.service';
import type { ThreadFilter } from '../threads/thread.schema';

interface FilterProps {
  filter: ThreadFilter;
  facets: ThreadFacets;
}

/** Narrows the threads of a room to a theme; nothing where no thread has any. */
export function ThemeFilterBar({ slug, filter: { state, theme }, facets }: FilterProps & { slug: string }) {
  const language = useLanguage();
  const { t } = language;
  if (facets.themes.length === 0 && !theme) return null;
  const none = theme && !facets.themes.some((each) => each.theme === theme) ? [{ theme, whole: 0 }] : [];
  const themes = [...facets.themes, ...none].map((each) => ({
    value: each.theme,
    label: `${t(themeWord(each.theme))} (${each.whole})`,
  }));
  return (
    <FilterBar path={threadsPath(slug, { ...(state && { state }) })} values={{ theme: theme ?? '' }}>
      {state && <input type="hidden" name="state" value={state} />}
      <Choice
        name="theme"
        label={t('rooms:filter.theme')}
        empty={t('rooms:filter.all_themes')}
        options={language.sort(themes, ({ label }) => label)}
      />
    </FilterBar>
  );
}

/** Narrows them to those that are open, resolved or not read; each with its address and how many there are. */
export function ThreadStates({ room, filter, facets }: FilterProps & { room: RoomView }) {
  const { t } = useLanguage();
  const { person } = useReading();
  const { state, theme } = filter;
  const { whole, resolved } = theme
    ? (facets.themes.find((each) => each.theme === theme) ?? { whole: 0, resolved: 0 })
    : facets;
  const tab = (label: string, to?: ThreadFilter['state'], count?: number): Tab => ({
    label,
    path: threadsPath(room.slug, { ...(to && { state: to }), ...(theme && { theme }) }),
    current: state === to,
    ...(count !== undefined && { count }),
  });
  const unread = t('ui:mark.unread', { count: room.unread });
  return (
    <Tabs
      label={t('rooms:filter.state')}
      tabs={[
        tab(t('rooms:filter.all'), undefined, whole),
        tab(t('rooms:filter.open'), 'open', whole - resolved),
        tab(t('rooms:filter.resolved'), 'resolved', resolved),
        ...(person && (room.unread > 0 || state === 'unread')
          ? [tab(theme ? t('rooms:filter.unread') : unread, 'unread')]
          : []),
      ]}
    />
  );
}

/** Where a page of the list lives. */
export function threadsPath(slug: string, filter: ThreadFilter, after?: string): string {
  const query = new URLSearchParams({ ...filter, ...(after && { after }) }).toString();
  return query ? `${roomPath(slug)}?${query}` : roomPath(slug);
}
