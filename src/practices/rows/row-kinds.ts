import type { EntityTarget } from 'typeorm';
import type { TranslationEntity } from '../../core/database/translation';
import type { PracticeRow } from './practice-row.entity';
import { PracticeActor, PracticeActorTranslation } from './practice-actor.entity';
import { PracticeLink, PracticeLinkTranslation } from './practice-link.entity';
import { PracticeResult, PracticeResultTranslation } from './practice-result.entity';
import type { ListName } from './practice-row.schema';

export interface Rows {
  actors: PracticeActor;
  results: PracticeResult;
  links: PracticeLink;
}

interface RowKind {
  /** Name of the text kind. */
  name: 'practice_actor' | 'practice_result' | 'practice_link';
  entity: EntityTarget<PracticeRow>;
  translation: EntityTarget<TranslationEntity>;
  /** Columns of the entity that are translated. */
  strings: never[];
}

const strings = <Row>(...names: (keyof Row & string)[]): never[] => names as never[];

/** The lists of a case that are kept with its form. */
export const ROW_KINDS: Record<ListName, RowKind> = {
  actors: {
    name: 'practice_actor',
    entity: PracticeActor,
    translation: PracticeActorTranslation,
    strings: strings<PracticeActor>('role'),
  },
  results: {
    name: 'practice_result',
    entity: PracticeResult,
    translation: PracticeResultTranslation,
    strings: strings<PracticeResult>('indicator', 'unit', 'method'),
  },
  links: {
    name: 'practice_link',
    entity: PracticeLink,
    translation: PracticeLinkTranslation,
    strings: strings<PracticeLink>('label'),
  },
};
