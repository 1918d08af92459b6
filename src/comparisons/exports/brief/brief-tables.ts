import type { DataCountry, DataQuestion } from '../../comparison-data';
import { type Cell, Figures, rounded, stepOf, STEPS } from '../../reading/figures';
import { unitLabel } from '../formats/json-stat';
import { countryName } from '../formats/tidy';
import { geoOf } from '../codes';
import { answersByCell, cellKey, decimal, flagsInWords, valueInWords } from '../in-words';
import type { Observation } from '../observation';
import type { Publication } from '../publication';
import type { Block, HeatCell, TableCell } from './brief';
import { passage, passageOf } from './passages';

/** So many countries stand in a head by their names; more by their codes. */
const MOST_NAMES = 8;

/** The tables of a brief, all from the same figures as the pages. */
export class BriefTables {
  readonly figures: Figures;
  private readonly answers: Map<string, Observation[]>;
  private readonly countries: DataCountry[];

  constructor(private readonly publication: Publication) {
    this.figures = Figures.of(publication.data);
    this.answers = answersByCell(publication.data);
    this.countries = [...this.figures.countries, ...this.figures.aggregates];
  }

  /** Dimensions in rows, countries in columns; nothing where no statement is scored. */
  heat(): Block[] {
    const { data, language, narrowing } = this.publication;
    const scored = data.dimensions.filter(({ id }) =>
      this.figures.questionsOf(id).some(({ kind }) => kind === 'statement'),
    );
    if (scored.length === 0) return [];
    const alone = narrowing.country !== undefined;
    const rows = scored.map(({ id, code, title }) => ({
      ...{ code, title: passageOf(title, language.locale) },
      cells: [
        ...this.figures.countries.map((country) => this.heatCell(this.figures.cell(country.code, id))),
        ...(alone ? [this.medianCell(id)] : []),
      ],
    }));
    const corner = language.t('comparisons:data.dimension');
    const columns = [
      ...this.names(this.figures.countries),
      ...(alone ? [language.t('comparisons:data.median')] : []),
    ];
    return [{ kind: 'heat', corner, columns, rows, legend: this.legend() }];
  }

  /** Questions in rows, countries in columns: the newest answer of each in a few words. */
  questions(questions: readonly DataQuestion[]): Block {
    const { language } = this.publication;
    const { t } = language;
    return {
      kind: 'table',
      widths: [2, ...this.countries.map(() => 1)],
      head: [t('comparisons:data.question'), ...this.names(this.countries)],
      rows: questions.map((question) => [
        this.asked(question),
        ...this.countries.map(({ code }) => this.shortCell(this.newest(question, code))),
      ]),
    };
  }

  /** The same without words of their own, where there are many: scores stand in the number of their dimension. */
  answersInShort(country: string, questions: readonly DataQuestion[]): Block[] {
    const { locale, t } = this.publication.language;
    const told = questions.filter(({ kind }) => kind !== 'statement');
    if (told.length === 0) return [];
    const rows = told.map((question) => {
      const answer = this.newest(question, country);
      const text = question.kind === 'text' && answer?.answer?.text ? this.words(answer) : this.cell(answer);
      const asked = this.asked(question);
      return [{ text: passage(question.code, locale) }, asked, text];
    });
    const head = [t('comparisons:data.code'), t('comparisons:data.question'), t('comparisons:data.answer')];
    return [{ kind: 'table', widths: [1, 6, 6], head, rows }];
  }

  /** Everything that one country answers to these questions, with its words. */
  answersOf(country: string, questions: readonly DataQuestion[]): Block {
    const { t } = this.publication.language;
    return {
      kind: 'table',
      widths: [5, 2, 7],
      head: [t('comparisons:data.question'), t('comparisons:data.answer'), t('comparisons:data.words')],
      rows: questions.map((question) => {
        const answer = this.newest(question, country);
        return [this.asked(question), this.cell(answer), this.words(answer)];
      }),
    };
  }

  /** What each country answers to one question, with its words. */
  answersTo(question: DataQuestion): Block {
    const { language } = this.publication;
    const { t, locale } = language;
    return {
      kind: 'table',
      widths: [3, 2, 9],
      head: [t('comparisons:data.country'), t('comparisons:data.answer'), t('comparisons:data.words')],
      rows: this.countries.map(({ code }) => {
        const answer = this.newest(question, code);
        const name = passage(countryName(language, code), locale);
        return [{ text: name, strong: true }, this.cell(answer), this.words(answer)];
      }),
    };
  }

  private newest({ code }: DataQuestion, country: string): Observation | undefined {
    return this.answers.get(cellKey(code, country))?.[0];
  }

  private asked(question: DataQuestion): TableCell {
    const { t, locale } = this.publication.language;
    const unit = unitLabel(t, question);
    return { text: passageOf(question.question, locale), ...(unit && { note: passage(unit, locale) }) };
  }

  private cell(row: Observation | undefined): TableCell {
    const { language } = this.publication;
    const { locale } = language;
    if (!row) return { text: passage('–', locale) };
    const { answer, question } = row;
    const told = [answer?.period, flagsInWords(answer?.flags ?? [], language)].filter(Boolean).join('; ');
    // Words stand beside it, in a column of their own.
    const text = question.kind === 'text' && answer?.text ? '–' : valueInWords(row, language);
    const note = told ? { note: passage(told, locale) } : {};
    return { text: passage(text, locale), strong: row.value !== null, ...note };
  }

  /** With words of its own, as far as there is room for them. */
  private shortCell(row: Observation | undefined): TableCell {
    const words = row?.question.kind === 'text' ? row.answer?.text : null;
    if (!row || !words) return this.cell(row);
    const { text, language } = passageOf(words, this.publication.language.locale);
    return { ...this.cell(row), text: { text: shortened(text), language } };
  }

  /** What it says in words, and what must be known about it. */
  private words(row: Observation | undefined): TableCell {
    const { locale } = this.publication.language;
    const { text, note } = row?.answer ?? {};
    const below = note ? { note: passageOf(note, locale) } : {};
    return { text: text ? passageOf(text, locale) : passage('–', locale), ...below };
  }

  private names(countries: readonly DataCountry[]): string[] {
    const { language } = this.publication;
    return countries.map(({ code }) =>
      countries.length > MOST_NAMES ? geoOf(code) : countryName(language, code),
    );
  }

  private heatCell({ mean, step, asked, flags }: Cell): HeatCell {
    const { language } = this.publication;
    if (asked === 0) return { text: null, step: null, note: '' };
    if (mean === null) return this.few();
    return { text: decimal(String(rounded(mean)), 1, language), step, note: flags.join(' ') };
  }

  /** The middle of all countries, where there are enough of them. */
  private medianCell(dimension: string): HeatCell {
    const { language, whole } = this.publication;
    const median = Figures.of(whole).median(dimension);
    if (median === null) return this.few();
    return { text: decimal(String(rounded(median)), 1, language), step: stepOf(rounded(median)), note: '' };
  }

  /** In narrow columns the hatching says it alone, as the legend explains. */
  private few(): HeatCell {
    const narrow = this.figures.countries.length > MOST_NAMES;
    return { text: narrow ? '–' : this.publication.language.t('comparisons:data.few'), step: null, note: '' };
  }

  private legend() {
    const { t } = this.publication.language;
    const steps = STEPS.map((step) => ({ step, label: `${step * 2}–${step * 2 + 2}` }));
    return [...steps, { step: null, label: t('comparisons:data.not_enough') }];
  }
}

/** Characters of a text that fit into a narrow cell. */
const ROOM = 120;

const shortened = (text: string): string =>
  text.length <= ROOM ? text : `${text.slice(0, ROOM).replace(/\s+\S*$/, '')} …`;
