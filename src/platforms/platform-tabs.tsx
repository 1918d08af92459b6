import { useLanguage } from '../ui/language';
import { Tabs, type Tab } from '../ui/parts/tabs';
import type { PlatformView } from './platform.schema';

export interface PlatformTabsProps {
  platform: PlatformView;
  current: 'overview' | 'members' | 'manage' | 'edit';
  /** Tabs of other capabilities, between the overview and the members. */
  more?: Tab[];
}

/** The views of one platform; those who run it see two more. */
export function PlatformTabs({ platform, current, more = [] }: PlatformTabsProps) {
  const { t } = useLanguage();
  const { slug, memberCount, can, waiting } = platform;
  const tab = (name: PlatformTabsProps['current'], label: string, path: string): Tab => ({
    label,
    path: `/platforms/${slug}${path}`,
    current: name === current,
  });
  const tabs = [
    tab('overview', t('platforms:tab.overview'), ''),
    ...more,
    { ...tab('members', t('platforms:tab.members'), '/members'), count: memberCount },
    ...(can.manage
      ? [{ ...tab('manage', t('platforms:tab.manage'), '/manage'), ...(waiting && { count: waiting }) }]
      : []),
    ...(can.edit ? [tab('edit', t('platforms:tab.edit'), '/edit')] : []),
  ];
  return <Tabs label={t('platforms:tab.label')} tabs={tabs} />;
}
