import type { Key } from '../../core/i18n/keys';
import { TRANSFER, type PracticeString } from '../practice-strings';

/** What stands in a part of a case beside its words. */
export type CasePartList = 'actors' | 'money' | 'results' | 'links';

export interface CasePart {
  /** Its anchor, the same in all languages. */
  id: string;
  title: Key;
  strings: readonly PracticeString[];
  /** Each string has a heading of its own. */
  labelled?: true;
  list?: CasePartList;
}

const alone = (name: PracticeString, list?: CasePartList): CasePart => ({
  ...{ id: name, title: `practices:field.${name}`, strings: [name] },
  ...(list && { list }),
});

/** The parts of a case in the order of reading, on pages and in print. */
export const CASE_PARTS: readonly CasePart[] = [
  alone('problem'),
  alone('solution'),
  alone('participation', 'actors'),
  alone('resources', 'money'),
  { id: 'results', title: 'practices:case.results', strings: ['evidence'], list: 'results' },
  alone('difficulties'),
  { id: 'transfer', title: 'practices:case.transfer', strings: TRANSFER, labelled: true },
  alone('sustainability'),
  {
    ...{ id: 'horizontal', title: 'practices:case.horizontal', labelled: true },
    strings: ['equality', 'environment', 'integration', 'health'],
  },
  alone('law'),
  { id: 'more', title: 'practices:case.more', strings: [], list: 'links' },
];
