import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { EmptyState } from '../../ui/parts/empty-state';
import { ListRow } from '../../ui/parts/list-row';
import { Tag } from '../../ui/parts/marks';
import { SectionHead } from '../../ui/parts/section-head';
import { Standing } from '../../ui/parts/standing';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import type { ListedComparison } from './comparison-list.service';
import { NEW_COMPARISON } from '../structure/comparison-paths';
import { placePath } from './reading-paths';

interface ComparisonListPageProps {
  comparisons: ListedComparison[];
  /** The reader may begin one. */
  begins: boolean;
}

/** All comparisons, partnership by partnership. */
export function ComparisonListPage({ comparisons, begins }: ComparisonListPageProps) {
  const { t } = useLanguage();
  const partnerships = [
    ...new Map(comparisons.map(({ partnership }) => [partnership.id, partnership])).values(),
  ];
  return (
    <div class="page">
      <TitleBlock title={t('comparisons:list.title')} lead={t('comparisons:list.lead')}>
        {begins && (
          <p>
            <ButtonLink path={NEW_COMPARISON}>{t('comparisons:new.title')}</ButtonLink>
          </p>
        )}
      </TitleBlock>
      {comparisons.length === 0 && <EmptyState title={t('comparisons:list.none')} />}
      {partnerships.map(({ id, slug, name, lang }) => (
        <section class="section" aria-labelledby={`of-${slug}`}>
          <SectionHead id={`of-${slug}`} title={name} lang={lang} />
          <ul class="list">
            {comparisons
              .filter(({ partnership }) => partnership.id === id)
              .map((comparison) => (
                <ComparisonListRow comparison={comparison} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

export function ComparisonListRow({ comparison }: { comparison: ListedComparison }) {
  const { t } = useLanguage();
  const { slug, title, summary, version, publishedAt, countries, questions } = comparison;
  return (
    <ListRow
      path={placePath({ slug, which: version ? undefined : 'working' })}
      title={title.text}
      lang={title.locale}
      {...(version === 0 && { marks: <Tag>{t('comparisons:reading.working')}</Tag> })}
      facts={
        <>
          <span>{t('comparisons:reading.countries', { count: countries })}</span>
          <span>{t('comparisons:reading.questions', { count: questions })}</span>
          {publishedAt && (
            <span>
              {t('comparisons:reading.version', { version })}, <Time value={publishedAt} as="date" />
            </span>
          )}
        </>
      }
    >
      {summary && <p lang={summary.locale}>{summary.text}</p>}
      <p>
        <Standing of={title} />
      </p>
    </ListRow>
  );
}
