import { Controller, Get, Param, Query } from '@nestjs/common';
import { Public } from '../../core/access/marks';
import { page } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { FollowingButtons } from '../following-buttons.service';
import { recommendationsPath } from '../recommendation-paths';
import { RecommendationReading } from '../recommendation-reading.service';
import { recommendationFilters, type RecommendationFilters } from '../recommendation.schema';
import { recommendationPolicy } from '../recommendation.policy';
import { RecommendationFrames } from './recommendation-frames.service';
import { RecommendationListPage } from './recommendation-list';

/** What a comparison recommends. */
@Public()
@Controller(':locale/comparisons/:slug/recommendations')
export class RecommendationListPages {
  constructor(
    private readonly reading: RecommendationReading,
    private readonly frames: RecommendationFrames,
    private readonly following: FollowingButtons,
  ) {}

  @Get()
  async show(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query({ schema: recommendationFilters }) filters: RecommendationFilters,
  ) {
    const { row, title } = await this.reading.comparison(reader, slug);
    const [list, choices, frame, following] = await Promise.all([
      this.reading.list(reader, row, filters),
      this.reading.choices(row, reader.locales),
      this.frames.of(reader, row, title),
      this.following.at(reader, { comparison: row, ...filters }),
    ]);
    const mayAdd = recommendationPolicy.may(reader.actor, 'keep', { status: 'published', comparison: row });
    return page({
      ...frame,
      title: `${reader.language.t('recommendations:title')} – ${title.text}`,
      body: <RecommendationListPage {...{ slug, list, filters, choices, mayAdd, following }} />,
      path: pathOf(slug, filters),
    });
  }
}

function pathOf(slug: string, filters: RecommendationFilters): string {
  const asked = Object.entries(filters).flatMap(([name, value]) =>
    value ? [[name, value] as [string, string]] : [],
  );
  const query = new URLSearchParams(asked).toString();
  return `${recommendationsPath(slug)}${query && `?${query}`}`;
}
