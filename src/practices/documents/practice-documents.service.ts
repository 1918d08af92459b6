import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import type { RenderedText } from '../../core/database/rendered';
import type { DocumentBody } from '../../core/documents/document';
import { Language } from '../../core/i18n/language';
import type { Locale } from '../../core/i18n/locales';
import { CaseReading } from '../case/case-reading.service';
import type { PracticeView } from '../case/case.schema';
import { CRITERION_WORDS } from '../case/criterion-words';
import { words } from '../practice-words';
import { CRITERIA } from '../reviews/verdict';
import { caseBlocks } from './case-blocks';

/** A case in one language, ready to stand in a handbook, an edition, or on a sheet of its own. */
export interface PracticeDocument {
  id: string;
  slug: string;
  partnershipId: string;
  title: string;
  strapline: string;
  /** Of its words: another one than was asked for when it is not translated. */
  locale: Locale;
  originalLocale: Locale;
  state: RenderedText['state'];
  outdated: boolean;
  version: number;
  /** "Good practice" in words. */
  rating: string | null;
  /** "Translated from Slovenian by …" */
  credit: string | null;
  planned: boolean;
  facts: { label: string; value: string }[];
  body: DocumentBody;
  /** In words, for an index. */
  themes: string[];
  places: string[];
  /** Short address of the live case. */
  address: string;
}

/** Good practices as documents, with their labels in the language that was asked for. */
@Injectable()
export class PracticeDocuments {
  constructor(private readonly reading: CaseReading) {}

  /** Frozen cases that the actor may read, by slug. What is withdrawn, or not frozen yet, is not in the map. */
  async of(actor: Actor, slugs: readonly string[], locale: Locale): Promise<Map<string, PracticeDocument>> {
    const language = Language.of(locale);
    const views = await this.reading.several({ actor, locales: [locale] }, slugs);
    return new Map(
      views
        .filter(({ version, state }) => version > 0 && state !== 'withdrawn')
        .map((view) => [view.slug, documentOf(view, language)]),
    );
  }
}

function documentOf(view: PracticeView, language: Language): PracticeDocument {
  const { t } = language;
  const { id, slug, version, planned, rating, themes, municipality, region, country, short } = view;
  const title = view.texts.title!;
  const nation = country && language.country(country);
  return {
    ...{ id, slug, version, planned, address: short, partnershipId: view.partnership.id },
    title: title.text,
    strapline: view.texts.strapline?.text ?? '',
    ...{ locale: title.locale, originalLocale: title.originalLocale },
    ...{ state: title.state, outdated: title.outdated },
    rating: rating && t(words.rating(rating)),
    credit: creditOf(title, language),
    facts: factsOf(view, language),
    body: { blocks: caseBlocks(view, language), footnotes: [] },
    themes: themes.map((theme) => t(words.theme(theme))),
    places: [...new Set([municipality, region, nation].flatMap((place) => place ?? []))],
  };
}

function creditOf({ state, by, originalLocale }: RenderedText, language: Language): string | null {
  if (state === 'original') return null;
  const values = { from: language.fromLanguage(originalLocale), name: by ?? '–' };
  if (state === 'machine') return language.t('practices:case.made_by_machine', values);
  return by
    ? language.t('practices:case.translated_by', values)
    : language.t('practices:case.translated', values);
}

function factsOf(view: PracticeView, language: Language): PracticeDocument['facts'] {
  const { t } = language;
  const { owner, municipality, region, country, startsOn, endsOn, ongoing, cooperations, themes } = view;
  const place = [...new Set([municipality, region, country && language.country(country)])].filter(Boolean);
  const from = startsOn && language.calendarDate(startsOn);
  const period =
    startsOn && endsOn
      ? language.dateRange(startsOn, endsOn)
      : [from, ongoing && t('practices:case.ongoing')].filter(Boolean).join(', ');
  const facts: [string, string | null | undefined][] = [
    [t('practices:case.owner'), owner?.name],
    [t('practices:case.place'), place.join(', ')],
    [t('practices:case.period'), period],
    [t('practices:list.cooperation'), language.list(cooperations.map((each) => t(words.cooperation(each))))],
    [t('practices:case.themes'), language.list(themes.map((theme) => t(words.theme(theme))))],
    [t('practices:list.rating'), ratingOf(view, language)],
    [t('practices:case.contact'), view.contact],
    [t('practices:case.licence'), view.licence],
    [t('practices:case.checked'), view.checkedAt && language.calendarDate(view.checkedAt)],
    [t('practices:case.next_review'), view.nextReviewAt && language.calendarDate(view.nextReviewAt)],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** In words, then what was judged. */
function ratingOf({ rating, verdict }: PracticeView, language: Language): string | null {
  if (!rating) return null;
  const { t } = language;
  const scores = CRITERIA.flatMap((criterion) =>
    verdict ? [`${t(CRITERION_WORDS[criterion])} ${language.number(verdict.means[criterion])}`] : [],
  );
  return [t(words.rating(rating)), ...scores].join(' · ');
}
