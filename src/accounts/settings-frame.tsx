import type { ComponentChildren } from 'preact';
import { useLanguage } from '../ui/language';
import { Tabs } from '../ui/parts/tabs';
import { TitleBlock } from '../ui/parts/title-block';
import { PATHS } from '../ui/paths';

export type SettingsPart = 'profile' | 'sessions' | 'tokens';

/** Round each page of the settings. */
export function SettingsFrame({ current, children }: { current: SettingsPart; children: ComponentChildren }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('accounts:settings.title')} />
      <Tabs
        label={t('accounts:settings.parts')}
        tabs={[
          { label: t('accounts:profile.title'), path: PATHS.settings, current: current === 'profile' },
          { label: t('accounts:sessions.title'), path: PATHS.sessions, current: current === 'sessions' },
          { label: t('accounts:tokens.title'), path: '/settings/tokens', current: current === 'tokens' },
        ]}
      />
      {children}
    </div>
  );
}
