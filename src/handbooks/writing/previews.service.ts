import { Injectable } from '@nestjs/common';
import { figuresOf, type DocumentBody } from '../../core/documents/document';
import { parseDocument } from '../../core/documents/parse';
import type { Reader } from '../../core/http/reader';
import type { FileView } from '../../files/file.schema';
import { Files } from '../../files/files.service';
import type { ChapterRow } from '../handbook.access';
import type { Surroundings } from '../reading/document-prose';
import { HandbookReading } from '../reading/handbook-reading.service';
import { SurroundingsOfTexts } from '../reading/surroundings.service';

/** A text that has not been saved, as it will be read. */
export interface Preview {
  body: DocumentBody | null;
  around: Surroundings;
}

/** Draws what is typed as the reading pages would. */
@Injectable()
export class Previews {
  constructor(
    private readonly reading: HandbookReading,
    private readonly surroundings: SurroundingsOfTexts,
    private readonly files: Files,
  ) {}

  /** @throws Invalid for a text that is no text */
  async of(reader: Reader, { id, handbook, locale }: ChapterRow, text: string | null): Promise<Preview> {
    const open = await this.reading.open(reader, handbook.slug);
    const facts = { locale, originalLocale: locale, state: 'original' as const, outdated: false, by: null };
    const body = text === null ? null : { text, ...facts };
    const figures = text === null ? [] : await this.figures(reader, figuresOf(parseDocument(text)));
    return this.surroundings.of(reader, open, { id, body, sections: [] }, figures);
  }

  /** Those that she may see; what she may not see is drawn as gone, and refused when she saves. */
  private async figures({ actor, locales }: Reader, files: readonly string[]): Promise<FileView[]> {
    const seen: string[] = [];
    for (const file of new Set(files))
      if (await this.files.find(actor, file).catch(() => undefined)) seen.push(file);
    return [...(await this.files.named(seen, locales)).values()];
  }
}
