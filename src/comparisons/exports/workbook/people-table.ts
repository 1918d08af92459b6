import type { Cell, Sheet } from '../../../core/spreadsheets/workbook';
import type { DataDimension, DataQuestion } from '../../comparison-data';
import { Figures, rounded } from '../../reading/figures';
import { answersByCell, cellKey, flagsInWords, valueInWords } from '../in-words';
import type { Observation } from '../observation';
import type { Publication } from '../publication';
import { said } from '../said';
import { countryName } from '../formats/tidy';

/** Questions in rows under their dimensions, countries in columns. */
export function peopleTable(publication: Publication): Sheet {
  const { data, language } = publication;
  const { t } = language;
  const figures = Figures.of(data);
  const countries = [...figures.countries, ...figures.aggregates];
  const table = new PeopleTable(publication, figures);
  const names = countries.map(({ code }) => countryName(language, code));
  const header = [t('comparisons:data.code'), t('comparisons:data.question'), ...names];
  return {
    name: t('comparisons:data.sheet.table'),
    widths: [8, 48, ...countries.map(() => 18)],
    frozen: { rows: 1, columns: 2 },
    landscape: true,
    rows: [
      header.map((text) => ({ text, look: 'head' as const })),
      ...data.dimensions.flatMap((dimension) => [
        table.dimension(dimension),
        ...figures.questionsOf(dimension.id).map((question) => table.question(question)),
      ]),
    ],
  };
}

class PeopleTable {
  private readonly answers: Map<string, Observation[]>;

  constructor(
    private readonly publication: Publication,
    private readonly figures: Figures,
  ) {
    this.answers = answersByCell(publication.data);
  }

  /** The mean of its statements, where there are enough. */
  dimension({ id, code, title }: DataDimension): Cell[] {
    const { language } = this.publication;
    const statements = this.figures.questionsOf(id).some(({ kind }) => kind === 'statement');
    const cells = this.countries.map((country): Cell => {
      if (!statements) return null;
      const { mean, asked } = this.figures.cell(country.code, id);
      if (mean !== null) return { number: String(rounded(mean)), decimals: 1 };
      return asked > 0 ? language.t('comparisons:data.not_enough') : null;
    });
    return [strong(code), strong(said(title, language.locale).text), ...cells];
  }

  question({ code, question }: DataQuestion): Cell[] {
    const { language } = this.publication;
    const cells = this.countries.map((country) =>
      this.cell(this.answers.get(cellKey(code, country.code)) ?? []),
    );
    return [code, { text: said(question, language.locale).text, look: 'wrapped' }, ...cells];
  }

  /** The newest answer: a real number where nothing must be said of it, otherwise words. */
  private cell([newest]: readonly Observation[]): Cell {
    if (!newest) return null;
    const { language } = this.publication;
    const { value, question, answer } = newest;
    const flags = answer?.flags ?? [];
    if (value !== null && flags.length === 0 && !answer?.period)
      return { number: value, decimals: question.kind === 'statement' ? 1 : question.decimals };
    const told = [answer?.period, flagsInWords(flags, language)].filter(Boolean).join('; ');
    return { text: valueInWords(newest, language) + (told ? ` (${told})` : ''), look: 'wrapped' };
  }

  private get countries() {
    return [...this.figures.countries, ...this.figures.aggregates];
  }
}

const strong = (text: string): Cell => ({ text, look: 'strong' });
