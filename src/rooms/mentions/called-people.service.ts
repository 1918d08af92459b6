import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Statement } from '../../core/database/statement';
import { Language } from '../../core/i18n/language';
import { LOCALES } from '../../core/i18n/locales';
import { Addressees, calledIn, type Addressee, type NameInLanguage } from './addressees';
import { SEATED, SPEAKS_FOR } from './seated-people';

interface PersonRow {
  id: string;
  name: string;
  organisations: string[] | null;
}

export interface GroupRow {
  id: string;
  slug: string;
  names: NameInLanguage[];
}

const PEOPLE = new Statement<PersonRow>(`
  with recursive ${SEATED}
  select person.id, person.name, case when organisation.id is not null then organisation.name || array(
    select name from organisation_translations where owner_id = organisation.id) end as organisations
  from seated join people person on person.id = seated.person_id cross join room ${SPEAKS_FOR}
  where split_part(lower(unaccent(person.name)), ' ', 1) in (
    select lower(unaccent(word)) from unnest($2::text[]) word)`);

/** Rooms of the whole hub have no groups: nobody sits there for one. */
const GROUPS = new Statement<GroupRow>(`
  select kind.id, kind.slug, jsonb_build_object('name', kind.name, 'locale', kind.locale) || coalesce((
    select jsonb_agg(jsonb_build_object('name', name, 'locale', locale) order by locale)
    from stakeholder_group_translations where owner_id = kind.id), '[]') as names
  from stakeholder_groups kind join rooms room on room.id = $1::uuid and room.place <> 'hub'
  order by kind.position, kind.id`);

/** The words for who keeps order, in all languages. */
const hostNames = (): NameInLanguage[] =>
  LOCALES.map((locale) => ({ name: Language.of(locale).t('rooms:mention.host'), locale }));

export const hostWords = (): string[] => [...new Set(hostNames().map(({ name }) => name))];

/** A group is called by its short name or any of its names, also without what stands in brackets. */
export const groupNames = ({ slug, names }: GroupRow): string[] => [
  ...[slug, ...names.map(({ name }) => name)],
  ...names.map(({ name }) => bare(name)),
];

const bare = (name: string): string => name.replace(/ *\(.*\)$/, '');

/** Finds out who may be meant by what stands in a text. */
@Injectable()
export class CalledPeople {
  constructor(private readonly database: DataSource) {}

  /** All those in a room who are called by some name in the text. */
  async in(database: DataSource | EntityManager, roomId: string, text: string): Promise<Addressees> {
    const words = calledIn(text);
    if (words.length === 0) return new Addressees([]);
    const people = await PEOPLE.run(database, [roomId, words]);
    const groups = await this.groups(roomId, database);
    return new Addressees([
      ...people.map(toAddressee),
      ...groups.map(toGroup),
      { kind: 'host', id: roomId, names: hostWords(), spoken: hostNames() },
    ]);
  }

  groups(roomId: string, database: DataSource | EntityManager = this.database): Promise<GroupRow[]> {
    return GROUPS.run(database, [roomId]);
  }
}

const toGroup = (group: GroupRow): Addressee => ({
  ...{ kind: 'group', id: group.id, names: groupNames(group) },
  spoken: group.names.map(({ name, locale }) => ({ name: bare(name), locale })),
});

const toAddressee = ({ id, name, organisations }: PersonRow): Addressee => ({
  ...{ kind: 'person', id },
  names: [name, ...(organisations ?? []).map((organisation) => `${name} (${organisation})`)],
});
