import type { DataAnswer, DataCountry, DataDimension, DataQuestion } from '../comparison-data';
import type { Confidentiality, ObservationStanding, Sex, UnitCode } from './codes';

/** One observation: what one country answers to one question for one period, of everybody or one sex. */
export interface Observation {
  country: DataCountry;
  dimension: DataDimension;
  question: DataQuestion;
  sex: Sex;
  /** Never empty as far as anything is known of when. */
  period: string;
  standing: ObservationStanding;
  /** A decimal number: a number, or a score. */
  value: string | null;
  unit: UnitCode | null;
  confidentiality: Confidentiality;
  /** What was answered; null: nobody has. Its words and options stand with the observation of everybody alone. */
  answer: DataAnswer | null;
}
