import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The languages are the folders of `locales/` at the start of the hub, so the tables know only what the name of
 * such a folder looks like. The checks that listed four of them are found by what they say, and keep their names.
 */
export class Languages1795400002100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare
        listed record;
      begin
        for listed in
          select made.conrelid::regclass as owner, made.conname as name, attribute.attname as attribute
          from pg_constraint made
          join pg_attribute attribute on attribute.attrelid = made.conrelid and attribute.attnum = made.conkey[1]
          where made.contype = 'c' and made.connamespace = current_schema()::regnamespace
            and made.coninhcount = 0 and cardinality(made.conkey) = 1
            and pg_get_constraintdef(made.oid)
              like '%= ANY (ARRAY[''sv''::text, ''sl''::text, ''it''::text, ''en''::text])%'
        loop
          execute format('alter table %s drop constraint %I, add constraint %I check (%I ~ ''^[a-z]{2,3}$'')',
            listed.owner, listed.name, listed.name, listed.attribute);
        end loop;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
