import { Injectable } from '@nestjs/common';
import type { ComponentChildren } from 'preact';
import type { FormState } from '../../core/http/form';
import { page, type Crumb, type Page, type PageOptions } from '../../core/http/page';
import type { Reader } from '../../core/http/reader';
import { RoomFrames } from '../../rooms/room-frames.service';
import { roomPath } from '../../rooms/room-paths';
import { roomView } from '../../rooms/room-views.service';
import { roomPolicy } from '../../rooms/room.policy';
import { ConclusionAccess } from '../conclusion.access';
import { conclusionPath, roomConclusionsPath } from '../conclusion-paths';
import type { RefusedAct } from '../deciding/acts';
import type { StandingConclusion } from '../standing-conclusion';
import { ConclusionPage } from './conclusion-page';
import { ConclusionReading } from './conclusion-reading.service';
import { WholeConclusions } from './whole-conclusions.service';

interface Contents {
  title: string;
  body: ComponentChildren;
  /** Below the page of the conclusion itself. */
  below?: boolean;
  refused?: FormState | undefined;
  scripts?: PageOptions['scripts'];
}

/** Puts pages of conclusions into the frame of their room. */
@Injectable()
export class ConclusionFrame {
  constructor(
    private readonly access: ConclusionAccess,
    private readonly whole: WholeConclusions,
    private readonly reading: ConclusionReading,
    private readonly frames: RoomFrames,
  ) {}

  /** The page of one conclusion, with the form on it that was refused. */
  async show(reader: Reader, id: string, refused?: RefusedAct): Promise<Page> {
    const found = await this.access.to(reader.actor, 'read', id);
    const view = await this.whole.one(reader, id);
    const others = view.can.replace ? await this.standingBeside(reader, found) : [];
    return this.page(reader, found, {
      title: `${reader.language.t('conclusions:name', { number: view.number })}, ${view.room.name.text}`,
      body: <ConclusionPage of={view} others={others} refused={refused} />,
      refused: refused?.state,
    });
  }

  async page(reader: Reader, found: StandingConclusion, contents: Contents): Promise<Page> {
    const { actor, language, locales } = reader;
    const { title, body, below, refused, scripts } = contents;
    const room = roomView(actor, found.room, locales);
    const { options } = await this.frames.of(reader, room);
    const open = roomPolicy.may(actor, 'read', found.room);
    const crumbs: Crumb[] = open
      ? [
          ...(options.crumbs ?? []),
          { label: room.name.text, path: roomPath(room.slug), lang: room.name.locale },
          { label: language.t('conclusions:list.title'), path: roomConclusionsPath(room.slug) },
        ]
      : [];
    const itself = {
      label: language.t('conclusions:name', { number: found.number }),
      path: conclusionPath(found.id),
    };
    const everyones = found.version > 0 && (found.isPublic || found.room.visibility === 'public');
    return page({
      ...options,
      title,
      body,
      crumbs: below ? [...crumbs, itself] : crumbs,
      hidden: !everyones || below === true,
      ...(scripts && { scripts }),
      ...(refused?.refusal && { status: refused.refusal.status, path: conclusionPath(found.id) }),
    });
  }

  private async standingBeside({ actor, locales }: Reader, { id, roomId }: StandingConclusion) {
    const all = await this.reading.ofRoom(actor, roomId, locales);
    return all.filter((other) => other.state === 'adopted' && other.id !== id);
  }
}
