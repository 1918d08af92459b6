import type { EntityManager } from 'typeorm';
import { CHECKS } from '../workflow/workflow.schema';
import type { AnswerView } from './answer-view.schema';

const at = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;

/** Where it has been, the newest first. */
export const movesOf = (tx: EntityManager, id: string): Promise<AnswerView['moves']> =>
  tx.query(
    `select from_state as "from", to_state as "to", ${at('moved_at')}, person.name as by, reason, move.locale
     from answer_moves move left join people person on person.id = move.moved_by
     where answer_id = $1 order by move.id desc`,
    [id],
  );

export const commentsOf = (
  tx: EntityManager,
  { id, revision }: { id: string; revision: number },
): Promise<AnswerView['comments']> =>
  tx.query(
    `select said.id, said.text, said.locale, person.name as by, ${at('commented_at')}, said.revision < $2 as earlier
     from answer_comments said left join people person on person.id = said.author_id
     where answer_id = $1 order by commented_at, said.id`,
    [id, revision],
  );

const found = CHECKS.map(
  (name) => `json_build_object('yes', ${name}, 'remark', ${name}_remark) as ${name}`,
).join(', ');

/** What other countries found, the newest first. */
export const checksOf = (tx: EntityManager, id: string): Promise<AnswerView['checks']> =>
  tx.query(
    `select looked.id, version, country, ${found}, looked.locale, person.name as by, ${at('checked_at')}
     from answer_checks looked left join people person on person.id = looked.checked_by
     where answer_id = $1 order by checked_at desc, looked.id`,
    [id],
  );
