import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COLUMNS_OF_TRANSLATIONS } from '../../core/database/translation';

const ORIGINAL = `
  locale text not null check (locale ~ '^[a-z]{2,3}$'),
  revision int not null default 1`;

/** Whatever hangs on a post follows it when its thread moves to another room. */
const FOLLOWS = 'on update cascade on delete cascade';

/** Polls stand in posts. What was chosen stands in the vote, once for each person. */
export class Polls1795700004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(POLLS);
    await runner.query(VOTES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const POLLS = `
  create table polls (
    room_id uuid not null,
    id uuid not null,
    post_id uuid not null,
    kind text not null check (kind in ('single', 'multiple', 'sense_check')),
    question text not null,
    ${ORIGINAL},
    most int,
    secret boolean not null,
    closes_at timestamptz,
    closed_at timestamptz,
    closed_by uuid references people on delete set null,
    result jsonb,
    edition int not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    primary key (room_id, id),
    unique (room_id, post_id),
    constraint polls_result check ((closed_at is null) = (result is null)),
    foreign key (room_id, post_id) references posts (room_id, id) ${FOLLOWS}
  );
  create index polls_id on polls (id);
  create index polls_due on polls (closes_at) where closed_at is null;
  comment on column polls.most is 'How many answers one may choose; null: of several as many as one likes.';
  comment on column polls.closed_by is 'Null: its time was over.';
  comment on column polls.result is 'What came of it, for ever: {voters, counts, reasons}.';
  comment on column polls.edition is 'Grows with every change, also of its answers.';

  create table poll_translations (
    room_id uuid not null,
    owner_id uuid not null,
    question text not null,
    ${COLUMNS_OF_TRANSLATIONS},
    primary key (room_id, owner_id, locale),
    foreign key (room_id, owner_id) references polls (room_id, id) ${FOLLOWS}
  );
  create index poll_translations_owner on poll_translations (owner_id);

  create table poll_options (
    room_id uuid not null,
    id uuid not null,
    poll_id uuid not null,
    position int not null,
    label text not null,
    ${ORIGINAL},
    primary key (room_id, id),
    foreign key (room_id, poll_id) references polls (room_id, id) ${FOLLOWS}
  );
  create index poll_options_id on poll_options (id);
  create index poll_options_poll on poll_options (room_id, poll_id, position);

  create table poll_option_translations (
    room_id uuid not null,
    owner_id uuid not null,
    label text not null,
    ${COLUMNS_OF_TRANSLATIONS},
    primary key (room_id, owner_id, locale),
    foreign key (room_id, owner_id) references poll_options (room_id, id) ${FOLLOWS}
  );
  create index poll_option_translations_owner on poll_option_translations (owner_id);
`;

const VOTES = `
  create table poll_votes (
    room_id uuid not null,
    poll_id uuid not null,
    person_id uuid not null references people on delete cascade,
    choices text[] not null,
    reason text,
    reason_locale text check (reason_locale ~ '^[a-z]{2,3}$'),
    voted_at timestamptz not null default clock_timestamp(),
    primary key (room_id, poll_id, person_id),
    foreign key (room_id, poll_id) references polls (room_id, id) ${FOLLOWS}
  );
  create index poll_votes_person on poll_votes (person_id);
  comment on column poll_votes.choices is 'Ids of answers, or the stance of a sense check; of a secret poll nothing once it is closed.';
`;
