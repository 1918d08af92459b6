import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../core/config/config';
import { Actor } from '../../core/access/actor';
import { rendered } from '../../core/database/rendered';
import { withTranslations } from '../../core/database/translation';
import { everyBlock, figuresOf, type Inclusion } from '../../core/documents/document';
import type { Locale } from '../../core/i18n/locales';
import { Agreed, AGREED_KINDS } from '../../evidence/reading/agreed.service';
import type { Subject } from '../../evidence/relation';
import { Chapter } from '../../handbooks/chapter.entity';
import { HandbookAccess, type HandbookRow } from '../../handbooks/handbook.access';
import { Outline } from '../../handbooks/outline';
import { PartnershipFaces } from '../../partnerships/partnership-faces.service';
import { Statement } from '../../partnerships/statements/statement.entity';
import { type ChapterText, chapterText } from './chapter-text';
import { ManuscriptCases } from './manuscript-cases.service';
import { ManuscriptPictures } from './manuscript-pictures.service';
import { ManuscriptTerms } from './manuscript-terms.service';
import type { Manuscript } from './manuscript';

/** What a manuscript takes from other capabilities. */
@Injectable()
export class ManuscriptParts {
  constructor(
    readonly terms: ManuscriptTerms,
    readonly cases: ManuscriptCases,
    readonly pictures: ManuscriptPictures,
    readonly agreed: Agreed,
  ) {}
}

/** Gathers what a handbook would be printed from. */
@Injectable()
export class Manuscripts {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly access: HandbookAccess,
    private readonly faces: PartnershipFaces,
    private readonly parts: ManuscriptParts,
  ) {}

  /** Of what is published; whoever may freeze it has asked. */
  async of(slug: string, locale: Locale): Promise<Manuscript> {
    const handbook = await this.handbook(slug, locale);
    const outline = new Outline(await this.chapters(handbook.id, locale));
    const texts = new Map(
      outline.all.map(({ chapter }) => [chapter.slug, chapterText(chapter, locale, 'marked')] as const),
    );
    const [face] = await this.faces.of([handbook.partnershipId]);
    const cover = handbook.coverFileId ? [handbook.coverFileId] : [];
    const files = [...cover, ...[...texts.values()].flatMap(({ tree }) => figuresOf(tree))];
    const cases = await this.parts.cases.of(included(texts, 'practice'), handbook.partnershipId, locale);
    const pictured = [...cases.values()].flatMap(({ told }) => figuresOf(told.body));
    const owners = [
      ...[handbook.id, ...outline.all.map(({ chapter }) => chapter.id)],
      ...[...cases.values()].map(({ told }) => told.id),
    ];
    return {
      ...{ locale, handbook, outline, cases, notice: face?.notice, origin: this.config.baseUrl },
      ...(await this.parts.terms.of(texts, included(texts, 'definition'), locale)),
      messages: await this.messages(included(texts, 'message'), handbook.partnershipId, locale),
      agreed: await this.parts.agreed.of(Actor.visitor, agreedIn(texts), [locale]),
      figures: await this.parts.pictures.of([...files, ...pictured], owners, locale),
    };
  }

  private async handbook(slug: string, locale: Locale): Promise<HandbookRow> {
    const query = this.access
      .readable(Actor.system)
      .leftJoinAndSelect('partnership.translations', 'partnership_translation')
      .andWhere('handbook.slug = :slug', { slug });
    return (await withTranslations(query, 'handbook', [locale]).getOneOrFail()) as HandbookRow;
  }

  private chapters(handbookId: string, locale: Locale): Promise<Chapter[]> {
    const query = this.database
      .createQueryBuilder(Chapter, 'chapter')
      .where(`chapter.handbookId = :handbookId and chapter.status = 'published'`, { handbookId });
    return withTranslations(query, 'chapter', [locale]).getMany();
  }

  /** Only the partnership's own sentences; the origin is who they belong to. */
  private async messages(
    ids: readonly string[],
    partnershipId: string,
    locale: Locale,
  ): Promise<Manuscript['messages']> {
    const query = this.database
      .createQueryBuilder(Statement, 'statement')
      .where('statement.id::text = any(:ids) and statement.partnershipId = :partnershipId', {
        ids,
        partnershipId,
      });
    const rows = await withTranslations(query, 'statement', [locale]).getMany();
    return new Map(rows.map((row) => [row.id, rendered(row, ({ text }) => text, [locale])!]));
  }
}

const agreedIn = (texts: ReadonlyMap<string, ChapterText>): Subject[] =>
  AGREED_KINDS.flatMap((kind) => included(texts, kind).map((id) => ({ kind, id })));

const included = (texts: ReadonlyMap<string, ChapterText>, what: Inclusion): string[] =>
  [...texts.values()].flatMap(({ tree }) =>
    [...everyBlock(tree)].flatMap((block) =>
      block.kind === 'inclusion' && block.what === what ? [block.of] : [],
    ),
  );
