import { Injectable } from '@nestjs/common';
import type { DocumentBody, Reference } from '../../core/documents/document';
import type { FigureFacts } from '../../core/documents/html';
import { parseDocument } from '../../core/documents/parse';
import type { Reader } from '../../core/http/reader';
import type { Locale } from '../../core/i18n/locales';
import type { FileView } from '../../files/file.schema';
import { Files } from '../../files/files.service';
import type { ReferenceFacts, Surroundings } from './document-prose';
import { entryPath, prefixOf } from './handbook-paths';
import type { OpenHandbook } from './handbook-reading.service';
import { titleOf } from './handbook-views';
import { IncludedThings } from './included.service';
import type { ChapterView } from './reading.schema';

/** A chapter as trees, with what they refer to: all that drawing its page needs. */
export interface ReadableChapter {
  body: DocumentBody | null;
  /** By id of the section. */
  sections: Map<string, DocumentBody>;
  around: Surroundings;
}

/** Finds what the texts of a chapter refer to. */
@Injectable()
export class SurroundingsOfTexts {
  constructor(
    private readonly included: IncludedThings,
    private readonly files: Files,
  ) {}

  /** @param files those that a text uses which is not saved yet, for who is known to read them */
  async of(
    reader: Reader,
    open: OpenHandbook,
    chapter: Pick<ChapterView, 'id' | 'body' | 'sections'>,
    files?: readonly FileView[],
  ): Promise<ReadableChapter> {
    const body = chapter.body && parseDocument(chapter.body.text);
    const sections = new Map(
      chapter.sections.flatMap(({ id, body: said }) =>
        said ? [[id, parseDocument(said.text)] as const] : [],
      ),
    );
    const bodies = [...(body ? [body] : []), ...sections.values()];
    const [included, used] = await Promise.all([
      this.included.in(reader, bodies),
      files ?? this.usedIn(chapter, reader.locales),
    ]);
    const figures = figuresIn(reader, open, used);
    const reference = (to: Reference, of: string) => referenceIn(reader, open, to, of);
    return { body, sections, around: { reference, figures, included } };
  }

  private async usedIn({ id, sections }: Pick<ChapterView, 'id' | 'sections'>, locales: readonly Locale[]) {
    const used = await this.files.of('chapter', [id, ...sections.map((section) => section.id)], locales);
    return [...used.values()].flat();
  }
}

function figuresIn(
  { language }: Reader,
  { outline }: OpenHandbook,
  files: readonly FileView[],
): Map<string, FigureFacts> {
  const pictures = files.filter(({ width }) => width !== null);
  return new Map(
    pictures.map((file) => {
      const number = outline.allFigures().get(file.id)?.number;
      const label = number ? language.t('handbooks:reading.figure', { number }) : '';
      return [file.id, factsOf(file, label)];
    }),
  );
}

/** A picture in the size that the reader's window needs. */
function factsOf(file: FileView, label: string): FigureFacts {
  const { address, width, height, widths, alt, credit, licence } = file;
  const smaller = widths.map((each) => `${address}?width=${each} ${each}w`);
  return {
    src: widths.length > 0 ? `${address}?width=${widths[0]}` : address,
    ...(smaller.length > 0 && { srcset: [...smaller, `${address} ${width}w`].join(', ') }),
    ...{ width: width ?? 0, height: height ?? 0, alt: alt?.text ?? '', label },
    ...{ altLang: alt?.locale ?? file.locale, credit: [credit, licence].filter(Boolean).join(', ') || null },
  };
}

/** Numbers and titles in the language of the reader. */
function referenceIn(
  { language, locales }: Reader,
  { row, outline }: OpenHandbook,
  to: Reference,
  of: string,
): ReferenceFacts | undefined {
  if (to === 'chapter') {
    const entry = outline.at(of);
    if (!entry) return undefined;
    const label = [entry.number, titleOf(entry.chapter, locales).text].filter(Boolean).join(' ');
    return { path: entryPath(row.slug, entry, outline.above(entry)), label };
  }
  const figure = outline.allFigures().get(of.toLowerCase());
  if (!figure) return undefined;
  const [page] = entryPath(row.slug, figure.in, outline.above(figure.in)).split('#');
  return {
    path: `${page}#${prefixOf(figure.in)}f-${of.toLowerCase()}`,
    label: language.t('handbooks:reading.figure', { number: figure.number }),
  };
}
