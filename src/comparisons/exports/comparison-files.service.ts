import { Injectable } from '@nestjs/common';
import { Actor } from '../../core/access/actor';
import { Config } from '../../core/config/config';
import type { Reader } from '../../core/http/reader';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import { ComparisonAccess } from '../comparison.access';
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
    return {
      ...{ data: narrowed(data, { country, dimension }), whole: data },
      narrowing: { country: country?.toLowerCase(), dimension: dimension?.toLowerCase() },
      ...{ language, origin: this.config.baseUrl, contact: this.config.contactEmail },
      funding: notices.get(partnershipId),
    };
  }

  file(publication: Publication, name: FileName): Promise<KeptFile> {
    const { spoken, write } = DATA_FILES[name];
    return this.keep(publication, name, spoken, write);
  }

  /** Something else that is written from it and from nothing else. @param spoken whether its language matters */
  keep(
    publication: Publication,
    name: string,
    spoken: boolean,
    write: (publication: Publication) => string | Promise<string | Buffer>,
  ): Promise<KeptFile> {
    const { whole, narrowing, language, funding } = publication;
    const words = spoken ? language.locale : '';
    const key = JSON.stringify([whole.id, whole.version, name, words, narrowing, fundingKey(funding)]);
    return this.kept.orMake(whole, key, async () => Buffer.from(await write(publication)));
  }

  /** The newest version of everything that visitors may read. */
  async all(reader: Reader): Promise<Publication[]> {
    const visiting = { ...reader, actor: Actor.visitor };
    const rows = await this.access
      .readable(Actor.visitor)
      .andWhere('comparison.version > 0')
      .orderBy('comparison.slug')
      .take(MOST)
      .getMany();
    const publications: Publication[] = [];
    for (const { slug } of rows) publications.push(await this.publication(visiting, { slug }));
    return publications;
  }
}

/** More than this no hub has; a portal would ask for pages. */
const MOST = 500;

const fundingKey = (funding: Publication['funding']) =>
  funding && [funding.statement ?? funding.name, funding.disclaimer];
