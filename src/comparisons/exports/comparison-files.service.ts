import { Injectable } from '@nestjs/common';
import { Config } from '../../core/config/config';
import type { Reader } from '../../core/http/reader';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import { ComparisonAccess } from '../comparison.access';
import type { ComparisonData } from '../comparison-data';
import { PublishedComparisons } from '../publishing/published-comparisons.service';
import { DATA_FILES, type FileName } from './data-files';
import { type KeptFile, KeptFiles } from './kept-files';
import { narrowed, type Narrowing } from './narrowing';
import type { Publication } from './publication';

/** Which version of which comparison, and which part of it. */
export interface Wanted extends Narrowing {
  slug: string;
  /** Absent: the newest one. */
  version?: number | undefined;
}

/** Published comparisons as files. What is not published goes into none, whoever asks. */
@Injectable()
export class ComparisonFiles {
  private readonly kept = new KeptFiles();
  /** What a publication was narrowed from. */
  private readonly wholes = new WeakMap<Publication, ComparisonData>();

  constructor(
    private readonly config: Config,
    private readonly access: ComparisonAccess,
    private readonly published: PublishedComparisons,
    private readonly funding: FundingNotices,
  ) {}

  /** @throws NotFound for what the reader does not see, was never published, or is not compared */
  async publication({ actor, language, locales }: Reader, wanted: Wanted): Promise<Publication> {
    const { slug, version, country, dimension } = wanted;
    const { id, partnershipId } = await this.access.to(actor, 'read', slug);
    const data = await this.published.of(id, version);
    const notices = await this.funding.of([partnershipId], locales);
    const publication: Publication = {
      data: narrowed(data, { country, dimension }),
      narrowing: { country: country?.toLowerCase(), dimension: dimension?.toLowerCase() },
      ...{ language, origin: this.config.baseUrl, contact: this.config.contactEmail },
      funding: notices.get(partnershipId),
    };
    this.wholes.set(publication, data);
    return publication;
  }

  file(publication: Publication, name: FileName): Promise<KeptFile> {
    const { data, narrowing, language, funding } = publication;
    const { spoken, write } = DATA_FILES[name];
    const words = spoken ? language.locale : '';
    const key = JSON.stringify([data.id, data.version, name, words, narrowing, fundingKey(funding)]);
    return this.kept.orMake(this.wholes.get(publication) ?? data, key, async () =>
      Buffer.from(await write(publication)),
    );
  }
}

const fundingKey = (funding: Publication['funding']) =>
  funding && [funding.statement ?? funding.name, funding.disclaimer];
