import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../core/access/actor';
import { invalid } from '../../core/http/issues';
import { isLocale } from '../../core/i18n/locales';
import { termbasePolicy } from '../../glossary/concepts/concept.policy';
import { conceptRecord, type ConceptRecord } from '../../glossary/exchange/concept-record';
import { Termbase } from '../../glossary/exchange/termbase.service';
import { assertSeen, type Performed } from './performed';
import { markOf, type Report, type ReportLine } from './report';
import type { IncomingConcept, IncomingTerm } from './tbx-reading';
import type { IncomingProblem } from './unit';
import { ACTS, type Verdict } from './verdict';

interface Read {
  line: ReportLine;
  record?: ConceptRecord;
}

/** The termbase as TBX. Its table goes out and in by itself, in glossary. */
@Injectable()
export class TermbaseExchange {
  constructor(private readonly termbase: Termbase) {}

  all(): Promise<ConceptRecord[]> {
    return this.termbase.all();
  }

  async preview(actor: Actor, concepts: readonly IncomingConcept[]): Promise<Report> {
    return reportOf(concepts, await this.read(actor, concepts));
  }

  /** All of it or nothing, by the termbase's own verb. @throws Invalid */
  async perform(actor: Actor, concepts: readonly IncomingConcept[], seen: string): Promise<Performed> {
    const read = await this.read(actor, concepts);
    assertSeen(reportOf(concepts, read).seen, seen);
    const records = read.flatMap(({ record, line }) =>
      record && ACTS.includes(line.verdict) ? [record] : [],
    );
    if (records.length > 0) await this.termbase.import(actor, records);
    return { count: records.length, translations: [] };
  }

  private async read(actor: Actor, concepts: readonly IncomingConcept[]): Promise<Read[]> {
    const known = new Map((await this.termbase.all()).map((record) => [record.slug, record]));
    const allowed = termbasePolicy.may(actor, 'import', null);
    return concepts.map((concept) => readConcept(concept, known.get(concept.slug), allowed));
  }
}

function readConcept(concept: IncomingConcept, standing: ConceptRecord | undefined, allowed: boolean): Read {
  const line = (verdict: Verdict, more: Partial<ReportLine> = {}): ReportLine => ({
    ...{ line: concept.line, verdict, id: concept.slug, lost: [] },
    ...{ source: concept.slug, text: concept.terms.map(({ word }) => word).join(' · ') },
    before: standing?.terms.map(({ word }) => word).join(' · ') ?? null,
    ...more,
  });
  if (!allowed) return { line: line('not_allowed') };
  const read = conceptRecord.safeParse(filled(concept, standing));
  if (!read.success) {
    const [why] = invalid(read.error.issues).fields;
    return { line: line('invalid', why && { why }) };
  }
  if (!standing) return { line: line('new'), record: read.data };
  return { line: line(changes(read.data, standing) ? 'changed' : 'same'), record: read.data };
}

/** What a file does not say is as it stands; of what is new it is the least that may be said. */
function filled(
  { line: _, terms, ...concept }: IncomingConcept,
  standing: ConceptRecord | undefined,
): object {
  const { terms: _terms, countryNotes: _notes, ...own } = standing ?? { note: null, sources: [] };
  return {
    ...own,
    ...concept,
    countryNotes: concept.countryNotes ?? [],
    terms: terms.filter(({ locale }) => isLocale(locale)).map((term) => filledTerm(term, standing)),
  };
}

function filledTerm(term: IncomingTerm, standing: ConceptRecord | undefined): object {
  const own = standing?.terms.find(({ locale, word }) => locale === term.locale && word === term.word);
  const least = {
    standing: 'accepted',
    confidence: 'medium',
    partOfSpeech: null,
    gender: null,
    note: null,
    sources: [],
  };
  return { ...(own ?? least), ...term };
}

function changes(record: ConceptRecord, standing: ConceptRecord): boolean {
  const { terms, countryNotes, ...concept } = record;
  const { terms: ownTerms, countryNotes: ownNotes, ...own } = standing;
  const same = (each: object, all: readonly object[]) => all.some((other) => isDeepStrictEqual(each, other));
  return !(
    isDeepStrictEqual({ ...concept }, { ...own }) &&
    terms.every((term) => same(term, ownTerms)) &&
    countryNotes.every((note) => same(note, ownNotes))
  );
}

function reportOf(concepts: readonly IncomingConcept[], read: readonly Read[]): Report {
  const lines = read.map(({ line }) => line);
  const told = read.map(({ line, record }) => [line.verdict, record]);
  return {
    kind: 'terms',
    from: null,
    to: null,
    lines,
    problems: concepts.flatMap(strangers),
    seen: markOf(told),
  };
}

/** Terms in languages that the hub has not. */
const strangers = ({ line, terms }: IncomingConcept): IncomingProblem[] =>
  terms
    .filter(({ locale }) => !isLocale(locale))
    .map(({ locale, word }) => ({ line, code: 'language' as const, what: `${locale}: ${word}` }));
