import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Writing an entry, and queueing the durable reactions to it, is one statement: verbs that are called often
 * do it inside a function of their own, without another way to the database and back.
 */
export class RecordEntry1795300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function record_entry(
        name text, actor_id uuid, subject_kind text, subject_id uuid, scope_kind text, scope_id uuid,
        seq bigint, data jsonb, reactions text[]
      ) returns journal language plpgsql as $$
      declare
        written journal;
        reaction text;
      begin
        insert into journal (name, actor_id, subject_kind, subject_id, scope_kind, scope_id, seq, data)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        returning * into written;
        foreach reaction in array reactions loop
          perform graphile_worker.add_job('reaction', json_build_object('reaction', reaction,
            'entry', json_build_object(
              'id', written.id::text, 'name', $1, 'actorId', $2,
              'subject', json_build_object('kind', $3, 'id', $4),
              'scope', json_build_object('kind', $5, 'id', $6),
              'seq', $7, 'data', $8, 'at', written.at)), max_attempts => 12);
        end loop;
        return written;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
