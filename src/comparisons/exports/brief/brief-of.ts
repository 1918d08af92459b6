import { colourOf } from '../../../core/print/accents';
import { printable } from '../../../core/print/fonts';
import type { DataCountry, DataDimension, Words } from '../../comparison-data';
import { FLAGS } from '../../comparison-facts';
import { countryName } from '../formats/tidy';
import { permanentAddress, type Publication } from '../publication';
import { citation } from '../said';
import type { Block, Brief, Passage } from './brief';
import { BriefTables } from './brief-tables';
import { passage, passageOf, spoken } from './passages';

/** So many sources are listed, and fewer where a page must hold all; the data have all of them. */
const MOST_SOURCES = 40;
const MOST_ON_ONE_PAGE = 12;
/** With more questions than these, the answers of a country no longer stand on two pages with all their words. */
const MOST_IN_FULL = 24;

/** One page across for a comparison, two for a country, as many as it takes for a dimension. */
export function briefOf(publication: Publication): Brief {
  const { data, language, narrowing } = publication;
  const { locale, t } = language;
  const body = new BriefBody(publication);
  const [country] = narrowing.country === undefined ? [] : data.countries;
  const [dimension] = narrowing.dimension === undefined ? [] : data.dimensions;
  const parts = dimension ? body.dimension(dimension) : country ? body.country(country) : body.comparison();
  const [year, month, day] = (data.publishedOn ?? '2000-01-01').split('-').map(Number) as [
    number,
    number,
    number,
  ];
  const address = permanentAddress(publication) + body.path(country, dimension);
  return {
    ...colourOf(data.partnership.accent),
    landscape: !country && !dimension,
    language: spoken(locale),
    above: printable(body.above(country, dimension)),
    title: body.title(country, dimension),
    lead: !country && !dimension ? optional(data.summary, locale) : null,
    ...{ author: printable(data.partnership.name), day: { year, month, day } },
    blocks: [...parts, ...body.closing()],
    funding: fundingOf(publication),
    ...{ address, shortAddress: address.replace(/^https?:\/\//, '') },
    words: {
      page: t('comparisons:data.page'),
      permanent: t('comparisons:data.permanent'),
      licence: `${t('comparisons:data.licence')}: ${data.licence}`,
    },
  };
}

const optional = (words: Words | null, locale: string): Passage | null => words && passageOf(words, locale);

function fundingOf({ funding, language }: Publication): Brief['funding'] {
  if (!funding) return null;
  const { statement, disclaimer, emblem, lang, name } = funding;
  if (statement)
    return {
      ...{ statement: printable(statement), disclaimer: disclaimer ? printable(disclaimer) : null },
      ...{ emblem, language: spoken(lang) },
    };
  const { t, locale } = language;
  return {
    ...{ statement: printable(t('ui:funding.by', { name })), disclaimer: printable(t('ui:funding.unknown')) },
    ...{ emblem: false, language: spoken(locale) },
  };
}

class BriefBody {
  private readonly tables: BriefTables;
  private readonly locale: string;

  constructor(private readonly publication: Publication) {
    this.tables = new BriefTables(publication);
    this.locale = publication.language.locale;
  }

  title(country: DataCountry | undefined, dimension: DataDimension | undefined): Passage {
    const { data, language } = this.publication;
    if (dimension) return passageOf(dimension.title, this.locale);
    return country
      ? passage(countryName(language, country.code), this.locale)
      : passageOf(data.title, this.locale);
  }

  above(country: DataCountry | undefined, dimension: DataDimension | undefined): string {
    const { data, language } = this.publication;
    const { t } = language;
    const { partnership, version, publishedOn } = data;
    return [
      ...(country || dimension ? [passageOf(data.title, this.locale).text] : []),
      ...(country && dimension ? [countryName(language, country.code)] : []),
      partnership.acronym ?? partnership.name,
      `${t('comparisons:data.version')} ${version}`,
      ...(publishedOn ? [language.calendarDate(publishedOn)] : []),
    ].join(' · ');
  }

  path(country: DataCountry | undefined, dimension: DataDimension | undefined): string {
    if (dimension) return `/dimensions/${dimension.code.toLowerCase()}`;
    return country ? `/countries/${country.code.toLowerCase()}` : '';
  }

  /** The pattern at a glance; where nothing is scored, the answers themselves. */
  comparison(): Block[] {
    const heat = this.tables.heat();
    return heat.length > 0 ? heat : [this.tables.questions(this.publication.data.questions)];
  }

  country({ code, summary, strengths, gaps }: DataCountry): Block[] {
    const { t } = this.publication.language;
    const { data } = this.publication;
    return [
      ...this.told(null, summary),
      ...this.tables.heat(),
      ...this.told(t('comparisons:field.strengths'), strengths),
      ...this.told(t('comparisons:field.gaps'), gaps),
      ...(data.questions.length > MOST_IN_FULL
        ? this.tables.answersInShort(code, data.questions)
        : data.dimensions.flatMap((dimension) => this.inFull(code, dimension))),
    ];
  }

  private inFull(country: string, { id, title }: DataDimension): Block[] {
    const questions = this.tables.figures.questionsOf(id);
    if (questions.length === 0) return [];
    const heading: Block = { kind: 'heading', text: passageOf(title, this.locale) };
    return [heading, this.tables.answersOf(country, questions)];
  }

  dimension({ id, description, synthesis }: DataDimension): Block[] {
    const { t } = this.publication.language;
    return [
      ...this.told(null, description),
      ...this.tables.heat(),
      ...this.told(t('comparisons:field.alike'), synthesis?.alike),
      ...this.told(t('comparisons:field.different'), synthesis?.different),
      ...this.told(t('comparisons:field.reasons'), synthesis?.reasons),
      ...this.tables.figures
        .questionsOf(id)
        .flatMap((question): Block[] => [
          { kind: 'heading', text: passageOf(question.question, this.locale) },
          this.tables.answersTo(question),
        ]),
    ];
  }

  /** What must be known, what flags mean, and where it comes from. */
  closing(): Block[] {
    const { t } = this.publication.language;
    const { answers } = this.publication.data;
    const used = FLAGS.filter((flag) => answers.some(({ flags }) => flags.includes(flag)));
    const flags = used.map((flag) => `${flag}: ${t(`comparisons:flag.${flag}`)}`).join('; ');
    const rules = [
      t('comparisons:data.no_rank'),
      ...(used.includes('d') ? [t('comparisons:data.different_things')] : []),
    ];
    const notes = [...rules, ...(flags ? [`${t('comparisons:data.flags')}: ${flags}.`] : [])];
    return [
      ...notes.map((text): Block => ({ kind: 'text', text: passage(text, this.locale), small: true })),
      ...this.sources(),
    ];
  }

  private sources(): Block[] {
    const { t } = this.publication.language;
    const cited = this.publication.data.answers.flatMap(({ evidence }) =>
      evidence.flatMap(({ source }) => source ?? []),
    );
    const lines = new Map(cited.map((source) => [citation(source), source.locale]));
    if (lines.size === 0) return [];
    const { narrowing, data } = this.publication;
    const short = narrowing.dimension === undefined && data.questions.length > MOST_IN_FULL;
    const most = short ? MOST_ON_ONE_PAGE : MOST_SOURCES;
    const head: Block = { kind: 'heading', text: passage(t('comparisons:data.sources'), this.locale) };
    const more = lines.size > most ? [passage(t('comparisons:data.more_sources'), this.locale)] : [];
    const listed = [...lines].slice(0, most).map(([text, locale]) => passage(text, locale));
    return [head, { kind: 'list', items: [...listed, ...more] }];
  }

  private told(label: string | null, words: Words | null | undefined): Block[] {
    if (!words) return [];
    const text: Block = { kind: 'text', text: passageOf(words, this.locale) };
    return label === null ? [text] : [{ kind: 'heading', text: passage(label, this.locale) }, text];
  }
}
