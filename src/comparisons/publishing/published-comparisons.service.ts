import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Statement } from '../../core/database/statement';
import { NotFound } from '../../core/errors/refusal';
import type { ComparisonData } from '../comparison-data';
import { VersionStore } from './version-store.service';

interface Standing {
  version: number;
  /** To the microsecond. */
  rendered: string;
}

const STANDING = new Statement<Standing>(
  `select told.version, told.rendered_at::text as rendered from comparisons comparison
   join comparison_versions told
     on told.comparison_id = comparison.id and told.version = coalesce($2::int, comparison.version)
   where comparison.id = $1`,
);

/** Bytes of what is kept in memory at most, about. */
const ROOM = 96_000_000;

interface Kept {
  rendered: string;
  reading: Promise<ComparisonData>;
  size: number;
}

/** Published versions for everybody who reads: kept in memory, for the price of one small question each time. */
@Injectable()
export class PublishedComparisons {
  /** The one that was read longest ago first. */
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly database: DataSource,
    private readonly store: VersionStore,
  ) {}

  /**
   * A version, or the newest one. Everybody gets the same object: nobody changes it. Whoever asks has asked before who
   * may see the comparison. @throws NotFound when there is no such version
   */
  async of(comparisonId: string, version?: number): Promise<ComparisonData> {
    const [standing] = await STANDING.run(this.database, [comparisonId, version ?? null]);
    if (!standing) throw new NotFound();
    const key = `${comparisonId} ${standing.version}`;
    const known = this.kept.get(key);
    this.kept.delete(key);
    if (known?.rendered === standing.rendered) {
      this.kept.set(key, known);
      return known.reading;
    }
    return this.read(key, comparisonId, standing);
  }

  private read(key: string, comparisonId: string, { version, rendered }: Standing): Promise<ComparisonData> {
    const kept: Kept = {
      rendered,
      size: 0,
      reading: this.store.read(comparisonId, version).then(({ data, size }) => {
        kept.size = size;
        this.makeRoom();
        return data;
      }),
    };
    this.kept.set(key, kept);
    kept.reading.catch(() => {
      if (this.kept.get(key) === kept) this.kept.delete(key);
    });
    return kept.reading;
  }

  private makeRoom(): void {
    let size = [...this.kept.values()].reduce((sum, each) => sum + each.size, 0);
    for (const [key, each] of this.kept) {
      if (size <= ROOM || this.kept.size === 1) return;
      this.kept.delete(key);
      size -= each.size;
    }
  }
}
