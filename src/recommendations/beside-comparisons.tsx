import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ComparisonSurroundings, type SurroundedPlace } from '../comparisons/reading/comparison-surroundings';
import { Statement } from '../core/database/statement';
import type { Reader } from '../core/http/reader';
import { useLanguage } from '../ui/language';
import { Link } from '../ui/parts/link';
import { ListRow } from '../ui/parts/list-row';
import { SectionHead } from '../ui/parts/section-head';
import { Standing } from '../ui/parts/standing';
import { FollowingButtons } from './following-buttons.service';
import { codeOf, LEVELS } from './recommendation-facts';
import { recommendationPath, recommendationsPath } from './recommendation-paths';
import { RecommendationReading } from './recommendation-reading.service';
import type { RecommendationView } from './recommendation.schema';
import { words } from './recommendation-words';

/** Recommendations of one place that are shown beside it. */
const MOST = 8;

/** Asked for by every visitor's page. */
const STATE = new Statement<{ state: string | null }>(
  `select string_agg(concat_ws(' ', number, status, revision,
     (select concat_ws(' ', count(*), max(translated_at)) from recommendation_translations where owner_id = id)), ','
     order by number) as state
   from recommendations where comparison_id = $1 and status <> 'draft'`,
);

/** Beside a country or a dimension: what is recommended there; beside all of them the button that follows. */
@Injectable()
export class BesideComparisons extends ComparisonSurroundings {
  constructor(
    private readonly database: DataSource,
    private readonly reading: RecommendationReading,
    private readonly buttons: FollowingButtons,
  ) {
    super();
  }

  async recommendations(reader: Reader, { comparison: { slug }, country, dimension }: SurroundedPlace) {
    const { row } = await this.reading.comparison(reader, slug);
    const filters = { status: 'published' as const, country, dimension: dimension?.code };
    const { items } = await this.reading.list(reader, row, filters);
    if (items.length === 0) return null;
    const near = items.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
    const path = `${recommendationsPath(slug)}?${dimension ? `dimension=${dimension.code}` : `country=${country ?? ''}`}`;
    return <RecommendationsBeside items={near} path={path} />;
  }

  async following(reader: Reader, { comparison, country, dimension }: SurroundedPlace) {
    return this.buttons.at(reader, { comparison, country, dimension: dimension?.code });
  }

  async state(comparisonId: string): Promise<unknown> {
    const [row] = await STATE.run(this.database, [comparisonId]);
    return row!.state;
  }
}

function RecommendationsBeside({ items, path }: { items: RecommendationView[]; path: string }) {
  const { t } = useLanguage();
  return (
    <section class="section" aria-labelledby="recommendations">
      <SectionHead id="recommendations" title={t('recommendations:title')}>
        <Link path={path}>{t('recommendations:list.all_of_them')}</Link>
      </SectionHead>
      <ul class="list list-close">
        {items.slice(0, MOST).map((item) => (
          <ListRow
            path={recommendationPath(item.id)}
            title={`${codeOf(item)} ${item.text.text}`}
            lang={item.text.locale}
            facts={
              <>
                <span lang={item.addressee.locale}>{item.addressee.text}</span>
                <span>{t(words.level(item.level))}</span>
              </>
            }
          >
            {item.text.state !== 'original' && <Standing of={item.text} />}
          </ListRow>
        ))}
      </ul>
    </section>
  );
}
