import type { Key } from '../core/i18n/keys';
import type { Domain } from './concepts/concept.entity';
import type { Confidence, Gender, PartOfSpeech, TermStanding } from './terms/term';

export const DOMAIN_WORDS: Record<Domain, Key> = {
  ideas: 'glossary:domain.ideas',
  actors: 'glossary:domain.actors',
  legal_forms: 'glossary:domain.legal_forms',
  law: 'glossary:domain.law',
  partnership_work: 'glossary:domain.partnership_work',
  outputs: 'glossary:domain.outputs',
  finance: 'glossary:domain.finance',
  measurement: 'glossary:domain.measurement',
};

export const STANDING_WORDS: Record<TermStanding, Key> = {
  preferred: 'glossary:standing.preferred',
  accepted: 'glossary:standing.accepted',
  acronym: 'glossary:standing.acronym',
  forbidden: 'glossary:standing.forbidden',
};

export const CONFIDENCE_WORDS: Record<Confidence, Key> = {
  high: 'glossary:confidence.high',
  medium: 'glossary:confidence.medium',
  low: 'glossary:confidence.low',
};

export const PART_WORDS: Record<PartOfSpeech, Key> = {
  noun: 'glossary:part.noun',
  proper_noun: 'glossary:part.proper_noun',
  verb: 'glossary:part.verb',
  adjective: 'glossary:part.adjective',
  phrase: 'glossary:part.phrase',
};

export const GENDER_WORDS: Record<Gender, Key> = {
  masculine: 'glossary:gender.masculine',
  feminine: 'glossary:gender.feminine',
  neuter: 'glossary:gender.neuter',
  common: 'glossary:gender.common',
};
