import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Locale } from '../../../core/i18n/locales';
import { ANCHORS } from '../../comparison-facts';
import { Dimension, DimensionTranslation } from '../dimension.entity';
import { QuestionOption, QuestionOptionTranslation } from '../question-option.entity';
import { Question, QuestionTranslation } from '../question.entity';
import { MEASURES, SEVERAL } from './ten-dimensions';
import { type QuestionWords, type TemplateWords, templateWords, WRITTEN_IN } from './template-words';

type Said = Pick<Question, 'question' | 'help' | `anchor_${(typeof ANCHORS)[number]}`>;

/** The ten dimensions with their questions, ready to be asked (comparison.md §2). */
@Injectable()
export class ComparisonTemplate {
  /** Stands in the comparison, which asks nothing yet, in the language it was written in, with all translations. */
  async lay(tx: EntityManager, comparisonId: string): Promise<void> {
    const words = templateWords();
    const master = words.get(WRITTEN_IN)!;
    const others = [...words].filter(([locale]) => locale !== WRITTEN_IN);
    for (const [place, [code, { title, description, questions }]] of Object.entries(master).entries()) {
      const id = randomUUID();
      const row = { id, comparisonId, position: place + 1, code, title, description, locale: WRITTEN_IN };
      await tx.insert(Dimension, row);
      const rendered = others.map(([locale, all]) => ({
        ...translationOf(id, locale),
        title: all[code]!.title,
        description: all[code]!.description,
      }));
      await tx.insert(DimensionTranslation, rendered);
      await layQuestions(tx, { comparisonId, dimensionId: id, code }, questions, others);
    }
  }
}

async function layQuestions(
  tx: EntityManager,
  { comparisonId, dimensionId, code }: { comparisonId: string; dimensionId: string; code: string },
  questions: TemplateWords[string]['questions'],
  others: readonly [Locale, TemplateWords][],
): Promise<void> {
  const asked = Object.entries(questions).map(([number, words], place) => ({
    number,
    words,
    row: {
      ...{ id: randomUUID(), comparisonId, dimensionId, code: number, position: place + 1 },
      ...{ locale: WRITTEN_IN, ...said(words), ...measured(number, words) },
    },
  }));
  await tx.insert(
    Question,
    asked.map(({ row }) => row),
  );
  const translations = asked.flatMap(({ number, row }) =>
    others.map(([locale, all]) => ({
      ...translationOf(row.id, locale),
      ...said(all[code]!.questions[number]!),
    })),
  );
  await tx.insert(QuestionTranslation, translations);
  for (const { number, words, row } of asked)
    if (words.options) await layOptions(tx, row.id, words.options, otherOptions(code, number, others));
}

const otherOptions = (code: string, number: string, others: readonly [Locale, TemplateWords][]) =>
  others.map(([locale, all]) => [locale, all[code]!.questions[number]!.options!] as const);

async function layOptions(
  tx: EntityManager,
  questionId: string,
  labels: Record<string, string>,
  others: readonly (readonly [Locale, Record<string, string>])[],
): Promise<void> {
  const rows = Object.entries(labels).map(([code, label], place) => ({
    ...{ id: randomUUID(), questionId, position: place + 1, code, label, locale: WRITTEN_IN },
  }));
  await tx.insert(QuestionOption, rows);
  const translations = rows.flatMap(({ id, code }) =>
    others.map(([locale, all]) => ({ ...translationOf(id, locale), label: all[code]! })),
  );
  await tx.insert(QuestionOptionTranslation, translations);
}

/** They came with the hub, and nobody has reviewed them here. */
const translationOf = (ownerId: string, locale: Locale) => ({
  ...{ ownerId, locale, status: 'draft' as const, sourceRevision: 1, origin: 'import' },
});

function said({ question, help, anchors }: QuestionWords): Said {
  const scores = ANCHORS.map((score) => [`anchor_${score}`, anchors?.[`${score}`] ?? null]);
  return { question, help, ...(Object.fromEntries(scores) as Omit<Said, 'question' | 'help'>) };
}

function measured(number: string, { anchors, options }: QuestionWords) {
  if (anchors) return { kind: 'statement' as const };
  if (options) return { kind: 'category' as const, several: SEVERAL.has(number) };
  const measure = MEASURES[number];
  if (!measure) return { kind: 'text' as const };
  const { unitMultiplier = 0, decimals = 0, bySex = false, unit } = measure;
  return { kind: 'number' as const, unit, unitMultiplier, decimals, bySex, minimum: '0' };
}
