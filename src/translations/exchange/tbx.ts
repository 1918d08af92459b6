import { block, inline, isWritable, writeXml, type XmlNode } from '../../core/xml/write-xml';
import type { ConceptRecord, TermRecord } from '../../glossary/exchange/concept-record';

export const TBX = 'urn:iso:std:iso:30042:ed-2';

const STANDINGS: Record<TermRecord['standing'], string> = {
  preferred: 'preferredTerm-admn-sts',
  accepted: 'admittedTerm-admn-sts',
  acronym: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
};

/** What TBX-Basic has no word for is `other`, and read as what stands in the termbase. */
export const SPEECH: Record<NonNullable<TermRecord['partOfSpeech']>, string> = {
  noun: 'noun',
  proper_noun: 'properNoun',
  verb: 'verb',
  adjective: 'adjective',
  phrase: 'other',
};

export const GENDER: Record<NonNullable<TermRecord['gender']>, string> = {
  masculine: 'masculine',
  feminine: 'feminine',
  neuter: 'neuter',
  common: 'other',
};

/** TBX-Basic of 2019 in DCA style: one entry for each concept. How far a term was checked has no place in it. */
export function writeTbx(records: readonly ConceptRecord[]): string {
  const attributes = { type: 'TBX-Basic', style: 'dca', 'xml:lang': 'en', xmlns: TBX };
  return writeXml(
    block('tbx', attributes, [
      block('tbxHeader', {}, [
        block('fileDesc', {}, [
          block('sourceDesc', {}, [inline('p', {}, ['The termbase of a Polylog hub'])]),
        ]),
      ]),
      block('text', {}, [block('body', {}, records.filter(canBeWritten).map(entry))]),
    ]),
  );
}

const canBeWritten = (record: ConceptRecord): boolean => isWritable(JSON.stringify(record));

function entry({
  slug,
  domain,
  locale,
  definition,
  note,
  sources,
  terms,
  countryNotes,
}: ConceptRecord): XmlNode {
  const id = `c-${slug}`;
  const languages = [...new Set(terms.map((term) => term.locale))];
  return block('conceptEntry', { id }, [
    inline('descrip', { type: 'subjectField' }, [domain]),
    block('descripGrp', {}, [
      inline('descrip', { type: 'definition', 'xml:lang': locale }, [definition]),
      ...sources.map(source),
    ]),
    ...(note === null ? [] : [inline('note', { 'xml:lang': locale }, [note])]),
    ...countryNotes.map(({ country, locale: own, text }) =>
      inline('note', { id: `${id}.${country}`, 'xml:lang': own }, [text]),
    ),
    ...languages.map((language) =>
      block(
        'langSec',
        { 'xml:lang': language },
        terms.filter((term) => term.locale === language).map(termSection),
      ),
    ),
  ]);
}

function termSection({ word, standing, partOfSpeech, gender, note, sources }: TermRecord): XmlNode {
  return block('termSec', {}, [
    inline('term', {}, [word]),
    ...(partOfSpeech ? [termNote('partOfSpeech', SPEECH[partOfSpeech])] : []),
    ...(gender ? [termNote('grammaticalGender', GENDER[gender])] : []),
    termNote('administrativeStatus', STANDINGS[standing]),
    ...(standing === 'acronym' ? [termNote('termType', 'acronym')] : []),
    ...sources.map(source),
    ...(note === null ? [] : [inline('note', {}, [note])]),
  ]);
}

const termNote = (type: string, value: string): XmlNode => inline('termNote', { type }, [value]);
const source = (key: string): XmlNode => inline('admin', { type: 'source' }, [key]);
