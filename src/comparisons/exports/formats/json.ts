import type {
  ComparisonData,
  DataAnswer,
  DataCountry,
  DataDimension,
  DataEvidence,
  DataQuestion,
  Words,
} from '../../comparison-data';
import { shownCounts } from '../../reading/shown-counts';
import { plainNumber } from '../codes';
import { fundingText, permanentAddress, type Publication } from '../publication';
import type { PublishedComparison } from './json.schema';

/** A version for programs: all of its words in all languages, numbers as they may be shown. */
export function publishedComparison(publication: Publication): PublishedComparison {
  const { data } = publication;
  const { slug, version, publishedOn, note, period, licence, doi, partnership } = data;
  return {
    ...{ slug, version, publishedOn, note, period, licence, doi },
    address: permanentAddress(publication),
    partnership: { slug: partnership.slug, name: partnership.name, acronym: partnership.acronym },
    funding: fundingText(publication) || null,
    title: words(data.title),
    summary: optional(data.summary),
    countries: data.countries.map(country),
    dimensions: data.dimensions.map(dimension),
    questions: data.questions.map((each) => question(each, data)),
    answers: answersOf(data),
  };
}

export const comparisonJson = (publication: Publication): string =>
  JSON.stringify(publishedComparison(publication));

const words = ({ text, locale, revision, translations }: Words) => ({ text, locale, revision, translations });
const optional = (text: Words | null) => text && words(text);

const country = ({ code, platform, summary, strengths, gaps }: DataCountry) => ({
  ...{ code, platform: platform?.slug ?? null },
  ...{ summary: optional(summary), strengths: optional(strengths), gaps: optional(gaps) },
});

const dimension = ({ code, title, description, synthesis }: DataDimension) => ({
  ...{ code, title: words(title), description: optional(description) },
  synthesis: synthesis && {
    alike: optional(synthesis.alike),
    different: optional(synthesis.different),
    reasons: optional(synthesis.reasons),
  },
});

function question(asked: DataQuestion, { dimensions }: ComparisonData) {
  const { code, kind, several, unit, unitMultiplier, decimals, bySex, anchors, options } = asked;
  return {
    ...{ code, kind, several, unit, unitMultiplier, decimals, bySex },
    dimension: dimensions.find(({ id }) => id === asked.dimension)?.code ?? '',
    question: words(asked.question),
    help: optional(asked.help),
    anchors: Object.fromEntries(Object.entries(anchors).map(([score, text]) => [score, words(text)])),
    options: options.map(({ code: option, label }) => ({ code: option, label: words(label) })),
  };
}

function answersOf({ questions, answers }: ComparisonData) {
  const asked = new Map(questions.map((each) => [each.id, each]));
  return answers.flatMap((each) => {
    const to = asked.get(each.question);
    return to ? [answer(each, to)] : [];
  });
}

function answer(given: DataAnswer, asked: DataQuestion) {
  const {
    country: code,
    period,
    standing,
    options,
    confidence,
    flags,
    validOn,
    groupResult,
    version,
  } = given;
  const { number, women, men, notStated } = shownCounts(asked, given);
  return {
    ...{ question: asked.code, country: code, period, standing },
    ...{ number: plain(number), women: plain(women), men: plain(men), notStated: plain(notStated) },
    ...{ score: plain(given.score), options, text: optional(given.text), note: optional(given.note) },
    ...{ confidence, flags, validOn, version },
    respondents: groupResult?.spread ?? null,
    groups: groupResult?.spread ? groupResult.groups : [],
    evidence: given.evidence.map(evidence),
  };
}

const plain = (value: string | null): string | null => value && plainNumber(value);

/** Where it leads is told by pages, which know who may see it. */
const evidence = ({ relation, kind, standing, source }: DataEvidence) => ({
  ...{ relation, kind, standing, source },
});
