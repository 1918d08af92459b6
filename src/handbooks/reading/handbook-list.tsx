import { useLanguage } from '../../ui/language';
import { EmptyState } from '../../ui/parts/empty-state';
import { ListRow } from '../../ui/parts/list-row';
import { Tag } from '../../ui/parts/marks';
import { SectionHead } from '../../ui/parts/section-head';
import { Standing } from '../../ui/parts/standing';
import { TitleBlock } from '../../ui/parts/title-block';
import { handbookPath } from './handbook-paths';
import type { HandbookSummary } from './reading.schema';

/** All handbooks, partnership by partnership. */
export function HandbookList({ handbooks }: { handbooks: HandbookSummary[] }) {
  const { t } = useLanguage();
  const partnerships = [
    ...new Map(handbooks.map((each) => [each.partnership.id, each.partnership])).values(),
  ];
  return (
    <div class="page">
      <TitleBlock title={t('handbooks:reading.title')} lead={t('handbooks:reading.list_lead')} />
      {handbooks.length === 0 && <EmptyState title={t('handbooks:reading.none')} />}
      {partnerships.map((partnership) => (
        <section class="section" aria-labelledby={`of-${partnership.slug}`}>
          <SectionHead
            id={`of-${partnership.slug}`}
            title={partnership.acronym ?? partnership.name.text}
            lang={partnership.name.locale}
          />
          <ul class="list">
            {handbooks
              .filter((each) => each.partnership.id === partnership.id)
              .map((handbook) => (
                <HandbookRow handbook={handbook} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

export function HandbookRow({ handbook }: { handbook: HandbookSummary }) {
  const { t } = useLanguage();
  const { slug, kind, status, title, subtitle, licence } = handbook;
  return (
    <ListRow
      path={handbookPath(slug)}
      title={title.text}
      lang={title.locale}
      {...(status === 'draft' && { marks: <Tag>{t('handbooks:reading.status.draft')}</Tag> })}
      facts={
        <>
          <span>{t(`handbooks:reading.kind.${kind}`)}</span>
          <span>{licence}</span>
        </>
      }
    >
      {subtitle && <p lang={subtitle.locale}>{subtitle.text}</p>}
      <p>
        <Standing of={title} />
      </p>
    </ListRow>
  );
}
