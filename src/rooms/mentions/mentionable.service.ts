import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Statement } from '../../core/database/statement';
import type { Reader } from '../../core/http/reader';
import { StakeholderGroups } from '../../platforms/groups/stakeholder-groups.service';
import { roomPolicy } from '../room.policy';
import { Rooms } from '../rooms.service';
import { CalledPeople, groupNames, hostWords } from './called-people.service';
import { fold } from './folded';
import type { MentionableView } from './mention.schema';
import { SEATED, SPEAKS_FOR } from './seated-people';

const MOST = 10;
/** Groups and the host keep so many places of them. */
const NOT_PEOPLE = 3;

interface Row {
  id: string;
  name: string;
  same: number;
  organisation: string | null;
  organisation_locale: string | null;
}

const PEOPLE = new Statement<Row>(`
  with recursive ${SEATED}, named as (
    select person.id, person.name, person.organisation_id, lower(unaccent(person.name)) as plain,
      count(*) over (partition by lower(unaccent(person.name)))::int as same
    from seated join people person on person.id = seated.person_id
  ), found as (
    select named.*, starts_with(plain, wanted) as first
    from named, lower(unaccent($2)) wanted
    where named.id <> $3::uuid and (
      starts_with(plain, wanted) or strpos(plain, ' ' || wanted) > 0 or strpos(plain, '-' || wanted) > 0)
    order by first desc, plain, id limit ${MOST}
  )
  select person.id, person.name, person.same, organisation.name as organisation,
    organisation.locale as organisation_locale
  from found person cross join room ${SPEAKS_FOR}
  order by person.first desc, person.plain, person.id`);

/** Whom one can call in a room, while one types her name. */
@Injectable()
export class Mentionable {
  constructor(
    private readonly database: DataSource,
    private readonly rooms: Rooms,
    private readonly called: CalledPeople,
    private readonly groups: StakeholderGroups,
  ) {}

  /** For who may write there. @throws NotFound also when she may not read the room */
  async list({ actor, language, locales }: Reader, roomId: string, q: string): Promise<MentionableView[]> {
    const room = await this.rooms.find(actor, roomId);
    roomPolicy.allow(actor, 'reply', room);
    const people = await PEOPLE.run(this.database, [room.id, q, actor.person?.id ?? null]);
    const beginning = fold(q);
    const host = hostWords().some((word) => fold(word).startsWith(beginning));
    const others = [
      ...(host ? [hostView(room.id, language.t('rooms:mention.host'))] : []),
      ...(await this.groupsIn(room.id, beginning, locales)),
    ];
    const places = MOST - Math.min(NOT_PEOPLE, others.length);
    return [...people.slice(0, places).map(toView), ...others].slice(0, MOST);
  }

  private async groupsIn(
    roomId: string,
    beginning: string,
    locales: readonly string[],
  ): Promise<MentionableView[]> {
    const begins = (name: string) => ` ${fold(name)}`.includes(` ${beginning}`);
    const found = (await this.called.groups(roomId)).filter((group) => groupNames(group).some(begins));
    if (found.length === 0) return [];
    const views = new Map((await this.groups.all(locales)).map((view) => [view.id, view]));
    return found.flatMap(({ id }): MentionableView[] => {
      const view = views.get(id);
      if (!view) return [];
      const { text, locale } = view.name;
      return [{ kind: 'group', id, text, name: text, locale, about: null }];
    });
  }
}

const hostView = (id: string, name: string): MentionableView => ({
  ...{ kind: 'host', id, text: name, name, locale: null, about: null },
});

/** Who shares her name with somebody is told apart by her organisation. */
const toView = ({ id, name, same, organisation, organisation_locale }: Row): MentionableView => ({
  ...{ kind: 'person', id, name, locale: null },
  text: same > 1 && organisation ? `${name} (${organisation})` : name,
  about: organisation ? { name: organisation, locale: organisation_locale! } : null,
});
