import { themeWord, THEMES } from '../../directory/themes';
import { useLanguage } from '../../ui/language';
import { Choice } from '../../ui/parts/choice';
import { FilterBar } from '../../ui/parts/filter-bar';
import { roomPath } from '../room-paths';
import type { ThreadFilter } from '../threads/thread.schema';

/** Narrows the threads of a room to those that are open or resolved, and to a theme. */
export function ThreadFilterBar({ slug, filter }: { slug: string; filter: ThreadFilter }) {
  const language = useLanguage();
  const { t } = language;
  const themes = THEMES.map((value) => ({ value, label: t(themeWord(value)) }));
  return (
    <FilterBar path={roomPath(slug)} values={{ state: filter.state ?? '', theme: filter.theme ?? '' }}>
      <Choice
        name="state"
        label={t('rooms:filter.state')}
        empty={t('rooms:filter.all')}
        options={[
          { value: 'open', label: t('rooms:filter.open') },
          { value: 'resolved', label: t('rooms:filter.resolved') },
        ]}
      />
      <Choice
        name="theme"
        label={t('rooms:filter.theme')}
        empty={t('rooms:filter.all_themes')}
        options={language.sort(themes, ({ label }) => label)}
      />
    </FilterBar>
  );
}

/** Where a page of the list lives. */
export function threadsPath(slug: string, filter: ThreadFilter, after?: string): string {
  const query = new URLSearchParams({ ...filter, ...(after && { after }) }).toString();
  return query ? `${roomPath(slug)}?${query}` : roomPath(slug);
}
