import { Injectable } from '@nestjs/common';
import type { Entry, EntryName } from '../../core/journal/entry';
import { type Heedful, LaterOfTexts } from '../../core/journal/reactions';
import { Standings } from './standings.service';

/** What follows for statements when something happens to what they rest on. */
@Injectable()
export class EvidenceReactions implements Heedful {
  constructor(private readonly standings: Standings) {}

  /** A new post or file has been cited by nobody yet, and a translation is not what was said. */
  heeds(name: EntryName): boolean {
    return !/^(post\.published|file\.uploaded|.*\.translated|poll\.voted)$/.test(name);
  }

  @LaterOfTexts()
  async look({ subject }: Entry): Promise<void> {
    await this.standings.look(subject);
  }
}
