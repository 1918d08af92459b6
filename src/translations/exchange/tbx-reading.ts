import { slugOf } from '../../core/database/slug';
import type { XmlElement } from '../../core/xml/xml-element';
import type { ConceptRecord, TermRecord } from '../../glossary/exchange/concept-record';
import { refused } from './refused';
import { GENDER, SPEECH, TBX } from './tbx';
import { languageIn } from './unit';

/** A concept as it came; what a file does not say is undefined, and stays as it stands in the termbase. */
export interface IncomingConcept extends Partial<Omit<ConceptRecord, 'slug' | 'terms'>> {
  slug: string;
  line: number;
  terms: IncomingTerm[];
}

export interface IncomingTerm extends Partial<Omit<TermRecord, 'locale' | 'word'>> {
  locale: string;
  word: string;
}

/** Names of the version of 2008 for those of 2019. */
const NAMES = {
  entry: ['conceptEntry', 'termEntry'],
  language: ['langSec', 'langSet'],
  term: ['termSec', 'tig', 'ntig'],
};

/**
 * TBX of 2019 in DCA style, and of 2008 (MARTIF).
 * @throws Invalid when it is another document altogether
 */
export function readTbx(root: XmlElement): IncomingConcept[] {
  const young = root.name === 'tbx' && root.namespace === TBX;
  if (!young && !(root.name === 'martif' && root.namespace === '')) throw refused('not_tbx');
  if (root.attribute('style') === 'dct') throw refused('not_tbx');
  const body = root.element('text')?.element('body');
  return children(body, NAMES.entry).map(conceptIn);
}

const children = (element: XmlElement | undefined, names: readonly string[]): XmlElement[] =>
  (element?.elements() ?? []).filter(({ name }) => names.includes(name));

function conceptIn(entry: XmlElement): IncomingConcept {
  const terms = children(entry, NAMES.language).flatMap((language) =>
    children(language, NAMES.term).map((section) =>
      termIn(section, languageIn(language.attribute('xml:lang'))),
    ),
  );
  const id = entry.attribute('id') ?? '';
  const definition = definitionIn(entry);
  const notes = entry
    .elements('note')
    .map((note) => ({ of: /\.([A-Z]{2})$/.exec(note.attribute('id') ?? '')?.[1], note }));
  const own = notes.find(({ of }) => of === undefined)?.note;
  return {
    slug: id.startsWith('c-') ? id.slice(2) : slugOf(terms.find(({ locale }) => locale === 'en')?.word ?? id),
    line: entry.line,
    domain: valueOf(entry, 'descrip', 'subjectField') as ConceptRecord['domain'] | undefined,
    ...definition,
    ...(own && { note: own.text }),
    ...(id.startsWith('c-') && !own && { note: null }),
    terms,
    countryNotes: notes.flatMap(({ of, note }) =>
      of ? [{ country: of, locale: languageIn(note.attribute('xml:lang')), text: note.text }] : [],
    ),
  };
}

/** Of the concept, or of one of its languages, with where it was found. */
function definitionIn(entry: XmlElement): Partial<ConceptRecord> {
  for (const place of [entry, ...children(entry, NAMES.language)])
    for (const around of [place, ...place.elements('descripGrp')]) {
      const found = around.elements('descrip').find((each) => each.attribute('type') === 'definition');
      if (!found) continue;
      const language = found.attribute('xml:lang') ?? place.attribute('xml:lang');
      return {
        definition: found.text,
        ...(language !== undefined && { locale: languageIn(language) }),
        ...(around !== place && { sources: sourcesIn(around) }),
      };
    }
  return {};
}

const STANDINGS: Record<string, TermRecord['standing']> = {
  'preferredTerm-admn-sts': 'preferred',
  'admittedTerm-admn-sts': 'accepted',
  'deprecatedTerm-admn-sts': 'forbidden',
  'supersededTerm-admn-sts': 'forbidden',
};

function termIn(section: XmlElement, locale: string): IncomingTerm {
  const around = section.element('termGrp') ?? section;
  const said = (type: string) => valueOf(around, 'termNote', type) ?? valueOf(section, 'termNote', type);
  const acronym = said('termType') === 'acronym';
  const sources = sourcesIn(section);
  const note = section.element('note')?.text;
  const standing = STANDINGS[said('administrativeStatus') ?? ''];
  return {
    ...{ locale, word: (around.element('term')?.text ?? '').trim() },
    ...((standing ?? acronym) && { standing: acronym && standing !== 'forbidden' ? 'acronym' : standing! }),
    ...known('partOfSpeech', SPEECH, said('partOfSpeech')),
    ...known('gender', GENDER, said('grammaticalGender')),
    ...(sources.length > 0 && { sources }),
    ...(note !== undefined && { note }),
  };
}

/** `other` says that there is no word for it: it is left out, as is what nobody knows. */
function known<Name extends string, Value extends string>(
  name: Name,
  words: Record<Value, string>,
  said: string | undefined,
): Partial<Record<Name, Value>> {
  const value = (Object.keys(words) as Value[]).find((each) => words[each] === said);
  return value && said !== 'other' ? ({ [name]: value } as Record<Name, Value>) : {};
}

const sourcesIn = (element: XmlElement): string[] =>
  element
    .elements('admin')
    .filter((each) => each.attribute('type') === 'source')
    .map(({ text }) => text);

const valueOf = (element: XmlElement, name: string, type: string): string | undefined =>
  element
    .elements(name)
    .find((each) => each.attribute('type') === type)
    ?.text.trim();
