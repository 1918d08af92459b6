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

/** Reactions to entries that come in crowds wait in one table until somebody takes many of them at once. */
export class GatheredEntries1795800008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(GATHERED);
    await runner.query(RECORD_ENTRY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const GATHERED = `
  create table gathered_entries (
    id bigint generated always as identity primary key,
    reaction text not null,
    entry json not null,
    tries int not null default 0,
    due_at timestamptz not null default clock_timestamp()
  );
  comment on column gathered_entries.due_at is 'Infinite when it has failed too often: it stays to be looked at.';
`;

/** As before, but what stands with an asterisk is no job: a job costs several statements, and its notice a lock of the whole hub. */
const RECORD_ENTRY = `
  create or replace function record_entry(
    name text, actor_id uuid, subject_kind text, subject_id uuid, scope_kind text, scope_id uuid,
    seq bigint, data jsonb, reactions text[]
  ) returns journal language plpgsql as $$
  declare
    written journal;
    told json;
    reaction text;
  begin
    insert into journal (name, actor_id, subject_kind, subject_id, scope_kind, scope_id, seq, data)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    returning * into written;
    if cardinality(reactions) = 0 then
      return written;
    end if;
    told := json_build_object(
      'id', written.id::text, 'name', $1, 'actorId', $2,
      'subject', json_build_object('kind', $3, 'id', $4),
      'scope', json_build_object('kind', $5, 'id', $6),
      'seq', $7, 'data', $8, 'at', written.at);
    foreach reaction in array reactions loop
      if starts_with(reaction, '*') then
        insert into gathered_entries (reaction, entry) values (substr(reaction, 2), told);
      else
        perform graphile_worker.add_job('reaction', json_build_object('reaction', reaction, 'entry', told),
          max_attempts => 12);
      end if;
    end loop;
    return written;
  end $$;
`;
