import { Controller, Get, Query } from '@nestjs/common';
import { Public } from '../../core/access/marks';
import { Download } from '../../core/http/download';
import { page } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { FIGURES } from '../moderation-paths';
import { FiguresPage } from './figures';
import { figuresCsv } from './figures-csv';
import { figuresQuery, type FiguresQuery } from './figures.schema';
import { ModerationFigures } from './figures.service';

/** What was reported and decided in a year (Digital Services Act, Articles 15 and 24). */
@Public()
@Controller(':locale/moderation')
export class FiguresPages {
  constructor(private readonly figures: ModerationFigures) {}

  @Get('figures')
  @RateLimit(600, 3600)
  async show(@CurrentReader() { language }: Reader, @Query({ schema: figuresQuery }) { year }: FiguresQuery) {
    const told = await this.figures.of(year);
    return page({
      title: `${language.t('moderation:figures.title')} ${told.year}`,
      description: language.t('moderation:figures.lead'),
      section: 'rooms',
      path: `${FIGURES}?year=${told.year}`,
      body: <FiguresPage told={told} />,
    });
  }

  @Get('figures.csv')
  @RateLimit(600, 3600)
  async csv(@CurrentReader() { language }: Reader, @Query({ schema: figuresQuery }) { year }: FiguresQuery) {
    const told = await this.figures.of(year);
    return new Download(figuresCsv(told, language), 'text/csv; charset=utf-8', `moderation-${told.year}.csv`);
  }
}
