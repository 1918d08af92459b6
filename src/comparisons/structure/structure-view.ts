import { rendered } from '../../core/database/rendered';
import type { ComparisonRow } from '../comparison.access';
import type { AskedDimension, AskedQuestion } from './asking/comparison-structure.service';
import type { ComparedCountry } from './countries/compared-countries.service';
import type { StructureView } from './structure.schema';

type Shown = StructureView['dimensions'][number];

/** What is asked of whom, as programs get it. */
export function structureOf(
  comparison: ComparisonRow,
  dimensions: readonly AskedDimension[],
  countries: readonly ComparedCountry[],
  locales: readonly string[],
): StructureView {
  const { id, slug, status, title, locale, revision } = comparison;
  return {
    ...{ id, slug, status, title, locale, revision },
    countries: countries.map(({ code, platform, answers }) => ({
      ...{ country: code, platform: platform?.id ?? null, answers },
    })),
    dimensions: dimensions.map((dimension) => ({
      id: dimension.id,
      code: dimension.code,
      title: rendered(dimension, (row) => row.title, locales)!,
      description: rendered(dimension, (row) => row.description, locales),
      revision: dimension.revision,
      questions: dimension.questions.map((question) => questionOf(question, locales)),
    })),
  };
}

function questionOf(question: AskedQuestion, locales: readonly string[]): Shown['questions'][number] {
  const { id, code, kind, unit, unitMultiplier, decimals, minimum, maximum } = question;
  const { bySex, several, answers, revision, retiredAt } = question;
  return {
    ...{
      id,
      code,
      kind,
      unit,
      unitMultiplier,
      decimals,
      minimum,
      maximum,
      bySex,
      several,
      answers,
      revision,
    },
    question: rendered(question, (row) => row.question, locales)!,
    help: rendered(question, (row) => row.help, locales),
    options: question.options.map((option) => ({
      code: option.code,
      label: rendered(option, (row) => row.label, locales)!,
      revision: option.revision,
    })),
    anchors: kind === 'statement' ? anchorsOf(question, locales) : null,
    retired: retiredAt !== null,
  };
}

const anchorsOf = (question: AskedQuestion, locales: readonly string[]) => ({
  '0': rendered(question, (row) => row.anchor_0, locales),
  '3': rendered(question, (row) => row.anchor_3, locales),
  '5': rendered(question, (row) => row.anchor_5, locales),
  '8': rendered(question, (row) => row.anchor_8, locales),
  '10': rendered(question, (row) => row.anchor_10, locales),
});
