import { useLanguage } from '../ui/language';
import { Tag } from '../ui/parts/marks';
import { OrganisationNames } from './organisation-names';
import type { PlatformView } from './platform.schema';

/** The organisations that founded the platform; nothing when none is known. */
export function Founders({ platform: { conveners, organisations } }: { platform: PlatformView }) {
  const { t } = useLanguage();
  if (conveners.length + organisations.length === 0) return null;
  return (
    <ul class="list list-close">
      {[...conveners, ...organisations].map((organisation) => (
        <li>
          <span>
            <OrganisationNames organisations={[organisation]} />{' '}
            <span class="soft small">{organisation.city}</span>{' '}
            {conveners.includes(organisation) && <Tag>{t('platforms:members.convener')}</Tag>}
          </span>
        </li>
      ))}
    </ul>
  );
}
