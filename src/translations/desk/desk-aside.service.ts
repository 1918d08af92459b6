import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import type { WordingNote } from '../notes/wording-note.schema';
import { WordingNotes } from '../notes/wording-notes.service';
import type { Locale } from '../../core/i18n/locales';
import type { Text } from '../../core/texts/text-kind';
import { TranslationMemory, type Remembered } from '../memory/translation-memory.service';
import { stateOf, type Segment } from '../segment';
import type { Workshop } from '../workshop';
import { Tasks, type Task, type Translator } from '../worklist/tasks.service';

export interface Aside {
  /** What readers have reported and proposed. */
  notes: WordingNote[];
  task: Task | undefined;
  /** Who may be asked to do it; nobody for who may not ask. */
  translators: Translator[];
}

const WAITING = new Set(['missing', 'outdated', 'machine']);
/** Suggestions at one segment. */
const OFFERED = 3;

/** What stands beside the segments. */
@Injectable()
export class DeskAside {
  constructor(
    private readonly notes: WordingNotes,
    private readonly tasks: Tasks,
    private readonly memory: TranslationMemory,
  ) {}

  async of(actor: Actor, { of, can }: Workshop): Promise<Aside> {
    const [notes, task, translators] = await Promise.all([
      this.notes.openFor(actor, of),
      this.tasks.of(of),
      can.assign ? this.tasks.translators(actor, of.locale) : [],
    ]);
    return { notes, task, translators };
  }

  /** For segments that wait for a translator: what was translated before and is like them, the likest first. */
  async remembered(segment: Segment, { locale, roomId }: Text, to: Locale): Promise<Remembered[]> {
    if (!WAITING.has(stateOf(segment))) return [];
    const found = await this.memory.lookup(segment.source, locale, to, roomId);
    return found.filter(({ target }) => target !== segment.text).slice(0, OFFERED);
  }
}
