import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ConclusionSummary } from '../../conclusions/reading/conclusion.schema';
import { ConclusionReading } from '../../conclusions/reading/conclusion-reading.service';
import { conclusionPath } from '../../conclusions/conclusion-paths';
import { Actor } from '../../core/access/actor';
import { Invalid } from '../../core/errors/refusal';
import { Language } from '../../core/i18n/language';
import type { Locale } from '../../core/i18n/locales';
import { Evidence } from '../../evidence/evidence.service';
import type { EvidenceView } from '../../evidence/evidence.schema';
import { CHAPTER_LIMIT } from '../chapter.entity';
import type { HandbookRow } from '../handbook.access';
import type { NewChapter } from '../writing/chapter.schema';
import { plain, quoted } from './gathered-body';

/** A room whose conclusions everyone reads. */
export interface RoomOffered {
  id: string;
  name: string;
  locale: Locale;
  count: number;
  /** One of them stands in a chapter already. */
  taken: boolean;
}

const OFFERED = `
  from conclusions conclusion join rooms room on room.id = conclusion.room_id
  where conclusion.version > 0 and conclusion.state not in ('replaced', 'withdrawn')
    and (conclusion.public or room.visibility = 'public')
    and (room.partnership_id = $1
      or room.platform_id in (select id from platforms where partnership_id = $1))`;

/**
 * What rooms have adopted, for a volume of proceedings: as visitors read it, so that nothing comes into print that is
 * not everybody's.
 */
@Injectable()
export class GatheredConclusions {
  constructor(
    private readonly database: DataSource,
    private readonly reading: ConclusionReading,
    private readonly evidence: Evidence,
  ) {}

  offered({ id, partnershipId }: HandbookRow): Promise<RoomOffered[]> {
    return this.database.query<RoomOffered[]>(
      `select room.id, room.name, room.locale, count(*)::int as count,
         bool_or(exists (select from chapters where chapters.handbook_id = $2
           and chapters.body like '%](/conclusions/' || conclusion.id || ')%')) as taken
       ${OFFERED} group by room.id order by room.name`,
      [partnershipId, id],
    );
  }

  /** One chapter for each room, in the language of the volume. @throws Invalid for rooms that are not offered */
  async chaptersOf(handbook: HandbookRow, roomIds: readonly string[]): Promise<NewChapter[]> {
    const offered = new Set((await this.offered(handbook)).map(({ id }) => id));
    if (roomIds.some((id) => !offered.has(id)))
      throw Invalid.field('rooms', 'handbooks:gathering.unknown_room');
    return Promise.all([...new Set(roomIds)].map((id) => this.chapterOf(handbook, id)));
  }

  private async chapterOf({ locale }: HandbookRow, roomId: string): Promise<NewChapter> {
    const language = Language.of(locale);
    const all = await this.reading.ofRoom(Actor.visitor, roomId, [locale]);
    const standing = all.filter(({ state }) => state === 'adopted');
    const ids = standing.map(({ id }) => id);
    const evidence = await this.evidence.of(Actor.visitor, 'conclusion', ids, [locale]);
    const title = language.t('handbooks:gathering.conclusions_of', { room: standing[0]!.room.name.text });
    const body = standing
      .map((conclusion) => printed(conclusion, evidence.get(conclusion.id) ?? [], language))
      .join('\n\n');
    if (body.length > CHAPTER_LIMIT) throw Invalid.field('rooms', 'handbooks:gathering.too_long', { title });
    const lead = language.list(namesIn([...evidence.values()].flat())).slice(0, 400) || null;
    return { below: null, locale, title: title.slice(0, 200), lead, body, numbered: true };
  }
}

/** The statement in the language of the volume where it has been translated, with who spoke for it and the way to it. */
function printed(
  { id, number, adoptedAt, statement }: ConclusionSummary,
  evidence: readonly EvidenceView[],
  language: Language,
): string {
  const name = language.t('conclusions:name', { number });
  const how =
    statement.locale !== language.locale
      ? language.inLanguage(statement.locale)
      : statement.state !== 'original' &&
        language.t('handbooks:gathering.translated', {
          from: language.fromLanguage(statement.originalLocale),
        });
  const head = [`**${name}**`, `[${language.date(adoptedAt!)}](${conclusionPath(id)})`, how]
    .filter(Boolean)
    .join(', ');
  const people = language.list(namesIn(evidence));
  const contributors = people && language.t('handbooks:gathering.contributors', { people: plain(people) });
  const from = evidence.flatMap(({ ground }, place) =>
    ground?.path ? `[${place + 1}](${ground.path})` : [],
  );
  const passages =
    from.length > 0 && language.t('handbooks:gathering.passages', { passages: from.join(', ') });
  return [head, quoted(plain(statement.text)), [contributors, passages].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join('\n\n');
}

/** Each once, in the order in which they are cited. */
const namesIn = (evidence: readonly EvidenceView[]): string[] => [
  ...new Set(evidence.flatMap(({ ground }) => ground?.author?.name ?? [])),
];
