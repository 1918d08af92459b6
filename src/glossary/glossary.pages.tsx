import { Controller, Get, Optional, Param, Query } from '@nestjs/common';
import { Public } from '../core/access/marks';
import { Download } from '../core/http/download';
import { page, seeOther } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { slug as slugSchema } from '../core/http/slug.schema';
import { LOCALES } from '../core/i18n/locales';
import { ConceptHistory } from './concepts/concept-history.service';
import { termbasePolicy, termPolicy } from './concepts/concept.policy';
import { glossaryFilters, type ConceptView, type GlossaryFilters } from './concepts/concept.schema';
import { writeTermbase } from './exchange/termbase-csv';
import { Termbase } from './exchange/termbase.service';
import { ConceptSurroundings } from './reading/concept-surroundings';
import { ConceptList, pathOf } from './reading/concept-list';
import { ConceptRecord } from './reading/concept';
import { conceptPath, GLOSSARY } from './reading/concept-paths';
import { GlossaryReading } from './reading/glossary-reading.service';

/** The termbase for people. */
@Public()
@Controller(':locale/glossary')
export class GlossaryPages {
  constructor(
    private readonly reading: GlossaryReading,
    private readonly history: ConceptHistory,
    private readonly termbase: Termbase,
    @Optional() private readonly surroundings?: ConceptSurroundings,
  ) {}

  @Get()
  async list(
    @CurrentReader() reader: Reader,
    @Query() typed: Record<string, string>,
    @Query({ schema: glossaryFilters.strip() }) filters: GlossaryFilters,
  ) {
    const found = await this.reading.list(reader, filters);
    const { q = '', domain = '' } = typed;
    if (found.page > found.pages) return seeOther(pathOf({ q, domain })(found.pages));
    return page({
      title: reader.language.t('glossary:title'),
      section: 'glossary',
      body: (
        <ConceptList found={found} filters={{ q, domain }} can={termbasePolicy.can(reader.actor, null)} />
      ),
    });
  }

  /** All of it as a table, which can be changed elsewhere and brought back. */
  @Get('termbase.csv')
  async table() {
    return new Download(writeTermbase(await this.termbase.all()), 'text/csv; charset=utf-8', 'termbase.csv');
  }

  @Get(':slug')
  async show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    const concept = await this.reading.one(reader, slug);
    const history = await this.history.of(concept.id);
    return page({
      title: concept.headword.word,
      section: 'glossary',
      crumbs: [{ label: reader.language.t('glossary:title'), path: GLOSSARY }],
      path: conceptPath(slug),
      body: (
        <ConceptRecord concept={concept} history={history} mayAddIn={languagesOf(reader, concept)}>
          {await this.surroundings?.of(reader, concept)}
        </ConceptRecord>
      ),
    });
  }
}

/** Languages in which somebody keeps the terms of a concept. */
export function languagesOf({ actor }: Reader, { withdrawn }: Pick<ConceptView, 'withdrawn'>) {
  const concept = { withdrawnAt: withdrawn ? new Date(0) : null };
  return LOCALES.filter((locale) => termPolicy.may(actor, 'edit', { locale, concept }));
}
