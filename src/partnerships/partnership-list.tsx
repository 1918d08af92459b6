import { useLanguage } from '../ui/language';
import { ButtonLink } from '../ui/parts/button';
import { EmptyState } from '../ui/parts/empty-state';
import { TitleBlock } from '../ui/parts/title-block';
import type { PartnershipSummary } from './partnership.schema';
import { PartnershipRow } from './partnership-shelf';

export function PartnershipList(props: { partnerships: PartnershipSummary[]; mayCreate: boolean }) {
  const { t } = useLanguage();
  const { partnerships, mayCreate } = props;
  return (
    <div class="page">
      <TitleBlock title={t('partnerships:title')} lead={t('partnerships:lead')}>
        {mayCreate && (
          <p class="row">
            <ButtonLink path="/partnerships/new">{t('partnerships:add')}</ButtonLink>
          </p>
        )}
      </TitleBlock>
      {partnerships.length === 0 && (
        <EmptyState title={t('partnerships:none.title')}>{t('partnerships:none.words')}</EmptyState>
      )}
      <ul class="partnership-list">
        {partnerships.map((partnership) => (
          <PartnershipRow partnership={partnership} />
        ))}
      </ul>
    </div>
  );
}
