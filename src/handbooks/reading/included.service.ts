import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  everyBlock,
  type DocumentBlock,
  type DocumentBody,
  type Inclusion,
} from '../../core/documents/document';
import { rendered, type RenderedText } from '../../core/database/rendered';
import { withTranslations } from '../../core/database/translation';
import { NotFound } from '../../core/errors/refusal';
import type { Reader } from '../../core/http/reader';
import type { Locale } from '../../core/i18n/locales';
import { Agreed, type AgreedKind, type AgreedThing } from '../../evidence/reading/agreed.service';
import { GlossaryReading } from '../../glossary/reading/glossary-reading.service';
import { PartnershipFaces } from '../../partnerships/partnership-faces.service';
import { CaseReading } from '../../practices/case/case-reading.service';
import type { PracticeView } from '../../practices/case/case.schema';
import { Statement } from '../../partnerships/statements/statement.entity';

type IncludedBlock = DocumentBlock & { kind: 'inclusion' };

interface Word {
  word: string;
  locale: Locale;
}

/** What stands in a text without being written in it, as somebody reads it. */
export type Included =
  | { what: 'definition'; id: string; slug: string; term: Word; elsewhere: Word[]; text: RenderedText }
  | { what: 'message'; id: string; text: RenderedText; partnership: { slug: string } & Word }
  | { what: 'practice'; practice: PracticeView }
  | { what: AgreedKind; agreed: AgreedThing };

/** Ids that are none would be an error of the database. */
const guid = z.guid();

export const keyOf = ({ what, of }: { what: Inclusion; of: string }): string => `${what} ${of}`;

/** Finds what texts include: each thing only for who may see it. */
@Injectable()
export class IncludedThings {
  constructor(
    private readonly database: DataSource,
    private readonly glossary: GlossaryReading,
    private readonly partnerships: PartnershipFaces,
    private readonly cases: CaseReading,
    private readonly agreed: Agreed,
  ) {}

  /** By `keyOf`; what is gone, or may not be seen, is not among them. */
  async in(reader: Reader, bodies: readonly DocumentBody[]): Promise<Map<string, Included>> {
    const blocks = bodies.flatMap((body) => [...everyBlock(body)]).filter(isIncluded);
    const wanted = new Map(blocks.map((block) => [keyOf(block), block]));
    const found = await Promise.all(
      [...wanted].map(async ([key, block]) => [key, await this.find(reader, block)] as const),
    );
    return new Map(found.filter((pair): pair is [string, Included] => pair[1] !== undefined));
  }

  private async find(reader: Reader, { what, of }: IncludedBlock): Promise<Included | undefined> {
    if (what === 'definition') return this.definition(reader, of);
    if (what === 'message') return this.message(reader, of);
    if (what !== 'practice') return this.agreement(reader, what, of);
    const [practice] = await this.cases.several(reader, [of]);
    return practice && practice.version > 0 && !practice.withdrawn ? { what, practice } : undefined;
  }

  private async agreement(
    { actor, locales }: Reader,
    what: AgreedKind,
    id: string,
  ): Promise<Included | undefined> {
    const agreed = (await this.agreed.of(actor, [{ kind: what, id }], locales)).get(id.toLowerCase());
    return agreed && { what, agreed };
  }

  private async definition(reader: Reader, slug: string): Promise<Included | undefined> {
    try {
      const { id, withdrawn, headword, definition, terms } = await this.glossary.one(reader, slug);
      if (withdrawn) return undefined;
      const preferred = terms.filter(({ standing }) => standing === 'preferred');
      const elsewhere = preferred.filter(({ locale }) => locale !== headword.locale);
      return { what: 'definition', id, slug, term: headword, elsewhere, text: definition };
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  private async message({ actor, locales }: Reader, id: string): Promise<Included | undefined> {
    if (!guid.safeParse(id).success) return undefined;
    const query = this.database
      .createQueryBuilder(Statement, 'statement')
      .where('statement.id = :id', { id });
    const row = await withTranslations(query, 'statement', locales).getOne();
    const [partnership] = row ? await this.partnerships.readable(actor, [row.partnershipId]) : [];
    if (!row || !partnership) return undefined;
    const name = rendered(partnership, (each) => each.name, locales)!;
    return {
      ...{ what: 'message', id, text: rendered(row, ({ text }) => text, locales)! },
      partnership: { slug: partnership.slug, word: partnership.acronym ?? name.text, locale: name.locale },
    };
  }
}

const isIncluded = (block: DocumentBlock): block is IncludedBlock => block.kind === 'inclusion';
