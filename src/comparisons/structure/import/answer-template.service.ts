import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rendered } from '../../../core/database/rendered';
import type { Reader } from '../../../core/http/reader';
import { Answer } from '../../answering/answer.entity';
import { saidIn } from '../../answering/writing/answers.service';
import { type AskedQuestion, ComparisonStructure } from '../asking/comparison-structure.service';
import { AnswerImport } from './answer-import.service';
import { FILLED, type Filled, headOf } from './import-columns';

type Line = Record<Filled, string> & { words: string; how: string };

/** A table of all questions to a country, with the answers that it has, to be filled in and brought back. */
export interface AnswerTable {
  heads: string[];
  rows: string[][];
  title: string;
}

/** Words that help come before what is filled in, beside the number of the question. */
const ORDER = ['question', 'words', 'how', ...FILLED.slice(1)] as const;

@Injectable()
export class AnswerTemplate {
  constructor(
    private readonly database: DataSource,
    private readonly structure: ComparisonStructure,
    private readonly imports: AnswerImport,
  ) {}

  /** In the reader’s language. @throws NotFound, Forbidden */
  async of({ actor, language, locales }: Reader, slug: string, country: string): Promise<AnswerTable> {
    const comparison = await this.imports.allow(actor, { slug, country });
    const dimensions = await this.structure.of(comparison.id, locales);
    const answers = await this.answers(comparison.id, country);
    const { t } = language;
    const questions = dimensions.flatMap((dimension) => dimension.questions);
    const lines = questions
      .filter(({ retiredAt }) => retiredAt === null)
      .flatMap((question) => {
        const given = answers.filter(({ questionId }) => questionId === question.id);
        const help = {
          words: rendered(question, (row) => row.question, locales)!.text,
          how: howOf(question, locales),
        };
        const filled = given.length > 0 ? given.map(filledOf) : [{ locale: language.locale }];
        return filled.map((row) => lineOf(question, { ...row, ...help }));
      });
    const heads = ORDER.map((column) =>
      column === 'words' || column === 'how'
        ? t(`comparisons:import.column.${column}`)
        : headOf(t(`comparisons:import.column.${column}`), column),
    );
    return {
      title: comparison.title,
      heads,
      rows: lines.map((line) => ORDER.map((column) => line[column])),
    };
  }

  private answers(comparisonId: string, country: string): Promise<Answer[]> {
    return this.database.manager.find(Answer, { where: { comparisonId, country }, order: { period: 'ASC' } });
  }
}

/** What may be written, in codes that are the same in every language: `law = A law · none = No law`. */
function howOf(
  { kind, options, several, unit, ...question }: AskedQuestion,
  locales: readonly string[],
): string {
  const choices = options.map(
    (option) => `${option.code} = ${rendered(option, (row) => row.label, locales)!.text}`,
  );
  switch (kind) {
    case 'category':
      return `options: ${choices.join(' · ')}${several ? ' (;)' : ''}`;
    case 'statement':
      return 'score: 0–10';
    case 'number': {
      const power = question.unitMultiplier ? ` × 10^${question.unitMultiplier}` : '';
      return `${question.bySex ? 'number, women, men, notStated' : 'number'}: ${unit ?? ''}${power}`;
    }
    default:
      return 'text';
  }
}

const EMPTY = Object.fromEntries(FILLED.map((column) => [column, ''])) as Record<Filled, string>;

const lineOf = (
  { code, unit }: AskedQuestion,
  row: Partial<Line> & { words: string; how: string },
): Line => ({
  ...EMPTY,
  unit: unit ?? '',
  standing: 'value',
  ...row,
  question: code,
});

function filledOf(answer: Answer): Partial<Record<Filled, string>> {
  const { options, flags, ...said } = saidIn(answer);
  const words = Object.entries(said).map(([column, value]) => [column, value ?? '']);
  return {
    ...(Object.fromEntries(words) as Partial<Record<Filled, string>>),
    ...{ options: options.join('; '), flags: flags.join('; '), locale: answer.locale },
  };
}
