import { Controller, Get, Param, Query } from '@nestjs/common';
import { Public } from '../../../core/access/marks';
import { page, type Page } from '../../../core/http/page';
import { CurrentReader, type Reader } from '../../../core/http/reader';
import { slug as slugSchema } from '../../../core/http/slug.schema';
import { wordsIn } from '../../reading/words-in';
import { ComparisonFiles, type Wanted } from '../comparison-files.service';
import { datasetFacts } from '../dataset-facts';
import { narrowingSchema, type NarrowingQuery, versionSchema } from '../exports.schema';
import { DataPage } from './data-page';

/** What a published comparison can be had as. */
@Public()
@Controller(':locale/comparisons/:slug')
export class ComparisonDataPages {
  constructor(private readonly files: ComparisonFiles) {}

  @Get('data')
  async newest(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query({ schema: narrowingSchema }) narrowing: NarrowingQuery,
  ) {
    return this.page(reader, { slug, ...narrowing });
  }

  @Get('versions/:version/data')
  async ofVersion(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('version', { schema: versionSchema }) version: number,
    @Query({ schema: narrowingSchema }) narrowing: NarrowingQuery,
  ) {
    return this.page(reader, { slug, version, ...narrowing });
  }

  private async page(reader: Reader, wanted: Wanted): Promise<Page> {
    const publication = await this.files.publication(reader, wanted);
    const { data, whole, funding } = publication;
    const { t } = reader.language;
    const title = wordsIn(data.title, reader.locales);
    const path = `/comparisons/${data.slug}${wanted.version === undefined ? '' : `/versions/${wanted.version}`}`;
    return page({
      section: 'comparisons',
      title: `${t('comparisons:data.title')}: ${title.text}`,
      description: t('comparisons:data.lead'),
      accent: data.partnership.accent,
      funding: funding ? [funding] : [],
      facts: datasetFacts({ origin: publication.origin, locale: reader.language.locale }, whole),
      crumbs: [
        { label: t('comparisons:text.comparisons'), path: '/comparisons' },
        { label: title.text, lang: title.locale, path },
      ],
      body: <DataPage publication={publication} path={path} locales={reader.locales} />,
    });
  }
}
