import type { DataSource, EntityManager } from 'typeorm';
import { NotFound } from '../../../core/errors/refusal';
import type { QuestionKind, Unit } from '../../comparison-facts';

/** What a question takes for an answer. */
export interface AskedQuestion {
  id: string;
  code: string;
  comparisonId: string;
  kind: QuestionKind;
  several: boolean;
  unit: Unit | null;
  unitMultiplier: number;
  decimals: number;
  minimum: string | null;
  maximum: string | null;
  bySex: boolean;
  retired: boolean;
  /** Codes of what can be chosen. */
  options: string[];
}

export const ASKED_COLUMNS = `question.id, question.code, question.comparison_id as "comparisonId", question.kind, question.several,
  question.unit, question.unit_multiplier as "unitMultiplier", question.decimals,
  trim_scale(question.minimum)::text as minimum, trim_scale(question.maximum)::text as maximum,
  question.by_sex as "bySex", question.retired_at is not null as retired,
  array(select option.code from question_options option where option.question_id = question.id
    order by option.position, option.code) as options`;

/** @throws NotFound */
export async function askedById(database: DataSource | EntityManager, id: string): Promise<AskedQuestion> {
  const [row] = await database.query<AskedQuestion[]>(
    `select ${ASKED_COLUMNS} from questions question where question.id = $1`,
    [id],
  );
  if (!row) throw new NotFound();
  return row;
}

/** By its code, which stands in addresses in lower case. One that is asked no more is not found. @throws NotFound */
export async function askedByCode(
  database: DataSource | EntityManager,
  comparisonId: string,
  code: string,
): Promise<AskedQuestion> {
  const [row] = await database.query<AskedQuestion[]>(
    `select ${ASKED_COLUMNS} from questions question
     where question.comparison_id = $1 and lower(question.code) = lower($2) and question.retired_at is null`,
    [comparisonId, code],
  );
  if (!row) throw new NotFound();
  return row;
}
