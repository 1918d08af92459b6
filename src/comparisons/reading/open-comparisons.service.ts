import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reader } from '../../core/http/reader';
import { ComparisonAccess, type ComparisonRow } from '../comparison.access';
import type { ComparisonData } from '../comparison-data';
import { worksIn } from '../comparison.policy';
import { ComparisonGathering } from '../publishing/comparison-gathering.service';
import { PublishedComparisons } from '../publishing/published-comparisons.service';
import { Figures } from './figures';
import type { Place, Which } from './reading-paths';

/** A comparison as its pages draw it. */
export interface Sheet {
  data: ComparisonData;
  figures: Figures;
  place: Place;
  /** The newest published version; 0: none. */
  newest: number;
  /** Whether the reader may see the work under way. */
  works: boolean;
}

/** Opens a comparison in the version that an address names. */
@Injectable()
export class OpenComparisons {
  constructor(
    private readonly database: DataSource,
    private readonly access: ComparisonAccess,
    private readonly published: PublishedComparisons,
    private readonly gathering: ComparisonGathering,
  ) {}

  /**
   * Who works in it reads the work under way as long as nothing is published.
   * @throws NotFound also when somebody else asks for the work under way
   */
  async open({ actor }: Reader, slug: string, asked: Which): Promise<{ row: ComparisonRow; sheet: Sheet }> {
    const row =
      asked === 'working' ? await this.access.toWork(actor, slug) : await this.access.to(actor, 'read', slug);
    const which = asked ?? (row.version === 0 ? 'working' : undefined);
    const data =
      which === 'working'
        ? await this.gathering.gather(this.database.manager, row.id)
        : await this.published.of(row.id, which);
    const sheet = {
      ...{ data, figures: Figures.of(data), place: { slug, which } },
      ...{ newest: row.version, works: worksIn(actor, row) },
    };
    return { row, sheet };
  }

  /** Another version, to be set beside this one. @throws NotFound */
  version({ id }: Pick<ComparisonRow, 'id'>, version: number): Promise<ComparisonData> {
    return this.published.of(id, version);
  }
}
