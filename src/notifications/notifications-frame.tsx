import type { ComponentChildren } from 'preact';
import { useLanguage } from '../ui/language';
import { Tabs } from '../ui/parts/tabs';
import { TitleBlock } from '../ui/parts/title-block';
import { PATHS } from '../ui/paths';

interface NotificationsFrameProps {
  current: 'told' | 'rooms' | 'following';
  children: ComponentChildren;
}

/** Round what one was told and what one follows. */
export function NotificationsFrame({ current, children }: NotificationsFrameProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('notifications:title')} />
      <Tabs
        label={t('notifications:parts')}
        tabs={[
          { label: t('notifications:told'), path: PATHS.notifications, current: current === 'told' },
          { label: t('notifications:rooms'), path: PATHS.levels, current: current === 'rooms' },
          {
            label: t('notifications:following.title'),
            path: PATHS.following,
            current: current === 'following',
          },
        ]}
      />
      <div class="section no-line stack narrow">{children}</div>
    </div>
  );
}
