import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';
import { TextLanguages } from '../../translations/languages/text-languages.service';
import type { TextLanguage } from '../../ui/parts/languages-of-text';
import type { Partnership } from '../partnership.entity';
import { PartnershipRecords } from '../partnership-records.service';
import { SourceNotes } from '../source-notes/source-notes.service';
import type { StatementKind } from '../statements/statement.entity';
import { Statements } from '../statements/statements.service';

/** One text of a record, with how it stands in each other language. */
export interface RecordText {
  /** The record itself, one of its statements, or a note on its source. */
  part: 'record' | StatementKind | 'note';
  /** Among its like; the record is alone. */
  number?: number;
  of: { kind: string; id: string };
  text: string;
  locale: Locale;
  languages: readonly TextLanguage[];
}

/** All texts of a record, for those who see to it that they are translated. */
@Injectable()
export class RecordTexts {
  constructor(
    private readonly records: PartnershipRecords,
    private readonly statements: Statements,
    private readonly notes: SourceNotes,
    private readonly languages: TextLanguages,
  ) {}

  /** For those who edit the record. */
  async of(actor: Actor, slug: string): Promise<{ row: Partnership; texts: RecordText[] }> {
    const row = await this.records.original(actor, slug);
    const statements = await this.statements.of(row.id, []);
    const notes = await this.notes.of(row.id, []);
    const texts = await Promise.all([
      this.standing(actor, 'partnership', [{ ...row, part: 'record' as const, text: row.name }]),
      this.standing(
        actor,
        'statement',
        statements.map((each) => ({ ...each, part: each.kind })),
      ),
      this.standing(
        actor,
        'source_note',
        notes.map((each) => ({ ...each, part: 'note' as const, text: each.issue })),
      ),
    ]);
    return { row, texts: texts.flat() };
  }

  private async standing(
    actor: Actor,
    kind: string,
    rows: (Omit<RecordText, 'of' | 'languages'> & { id: string })[],
  ): Promise<RecordText[]> {
    const languages = await this.languages.ofAll(
      actor,
      kind,
      rows.map(({ id }) => id),
    );
    return rows.map(({ id, part, number, text, locale }) => ({
      ...{ part, text, locale, of: { kind, id }, languages: languages.get(id) ?? [] },
      ...(number !== undefined && { number }),
    }));
  }
}
