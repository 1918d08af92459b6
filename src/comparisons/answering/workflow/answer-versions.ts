import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../core/access/actor';
import { ANSWER_FACTS, EVIDENCE_FACTS, EVIDENCE_FROM } from '../answer-facts';

/** Keeps what an answer says now as its next signed version: rows are added and never changed. Returns its number. */
export async function signVersion(tx: EntityManager, actor: Actor, id: string): Promise<number> {
  const [signed] = await tx.query<[[{ version: number }]]>(
    'update answers set version = version + 1 where id = $1 returning version',
    [id],
  );
  await tx.query(
    `insert into answer_versions (answer_id, version, locale, revision, strings, facts, evidence, locked_by)
     select answer.id, answer.version, answer.locale, answer.revision,
       jsonb_build_object('text', answer.text, 'note', answer.note), ${ANSWER_FACTS},
       coalesce((select jsonb_agg(${EVIDENCE_FACTS} order by link.position, link.cited_at, link.id)
         from ${EVIDENCE_FROM} where link.statement_kind = 'answer' and link.statement_id = answer.id), '[]'), $2
     from answers answer where answer.id = $1`,
    [id, actor.person?.id ?? null],
  );
  return signed[0].version;
}
