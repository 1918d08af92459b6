import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Actor } from '../../core/access/actor';
import { Config } from '../../core/config/config';
import { LOCALES, type Locale } from '../../core/i18n/locales';
import { PartnershipAccess } from '../../partnerships/partnership.access';
import type { Partnership } from '../../partnerships/partnership.entity';
import { Crawl, type Kept } from './crawl';
import { FileNames } from './file-names';
import { HubDoor } from './hub-door.service';
import { faultsIn } from './link-check';
import { find, hasClass, outer, read, textOf, write, type Tree } from './markup-tree';
import { Output } from './output';
import { PageFinisher } from './page-finisher';
import { contentsName, Rewriting, type LinkCounts } from './rewriting';
import { Scope } from './scope';
import { Subjects } from './subjects.service';

export interface ArchiveReport {
  pages: number;
  files: number;
  bytes: number;
  links: LinkCounts;
}

/** What takes how much of the time. */
const READ = 0.6;
const CHECKED = 0.9;

type Progress = (share: number) => Promise<void> | void;

/** Something that must not be handed to anybody: the archive is not what it promises to be. */
export class FaultyArchive extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The archive is faulty:\n${faults.slice(0, 20).join('\n')}`);
  }
}

/** Writes the public face of a partnership as files that need no hub. */
@Injectable()
export class ArchiveWriter {
  constructor(
    private readonly door: HubDoor,
    private readonly subjects: Subjects,
    private readonly partnerships: PartnershipAccess,
    private readonly config: Config,
  ) {}

  /**
   * @param folder is made, and holds the archive afterwards
   * @throws NotFound for a partnership that visitors do not see, FaultyArchive
   */
  async write(slug: string, folder: string, progress: Progress = () => undefined): Promise<ArchiveReport> {
    const partnership = await this.partnerships.to(Actor.visitor, 'read', slug);
    await mkdir(join(this.config.dataDir, 'archives'), { recursive: true });
    const raw = await mkdtemp(join(this.config.dataDir, 'archives', 'raw-'));
    try {
      const work = new Work(partnership, this.config.baseUrl, raw, folder);
      const subjects = await this.subjects.of(partnership);
      await this.door.open((ask) => work.read(ask, subjects, (share) => progress(share * READ)));
      return await work.finish((share) => progress(READ + share * (1 - READ)));
    } finally {
      await rm(raw, { recursive: true, force: true });
    }
  }
}

/** One archive in the making. */
class Work {
  private readonly output: Output;
  private crawl!: Crawl;
  private rewriting!: Rewriting;
  private readonly archivedOn = new Date();
  /** Of the page of the partnership, by language: as HTML for pages that have none, and in words. */
  private readonly funding = new Map<string, { html: string; words: string }>();

  constructor(
    private readonly partnership: Partnership,
    private readonly origin: string,
    private readonly raw: string,
    private readonly folder: string,
  ) {
    this.output = new Output(folder);
  }

  async read(
    ask: ConstructorParameters<typeof Crawl>[0],
    subjects: readonly string[],
    progress: (share: number) => Promise<void> | void,
  ): Promise<void> {
    const shelf = {
      page: (name: string, html: string) => writeFile(this.rawOf(name), html),
      file: (name: string, bytes: Buffer) => this.output.write(name, bytes),
    };
    this.crawl = new Crawl(ask, new Scope(subjects), this.origin, new FileNames(), shelf);
    const addresses = LOCALES.flatMap((locale) =>
      subjects.map((path) => ({ locale, path, query: '', fragment: '' })),
    );
    await this.crawl.from(addresses, async (share) => progress(share));
    this.rewriting = new Rewriting(this.crawl, this.origin);
  }

  async finish(progress: (share: number) => Promise<void> | void): Promise<ArchiveReport> {
    await this.readFunding();
    const pages = [...this.crawl.kept.values()].filter(({ page }) => page);
    const frame = new PageFinisher(
      { text: this.partnership.name, lang: this.partnership.locale },
      this.archivedOn,
    );
    for (const [place, page] of pages.entries()) {
      await this.output.write(page.name, write(await this.finished(page, frame)));
      await progress((place / pages.length) * CHECKED);
    }
    await this.writeEntrances(frame);
    const entrances = ['index.html', ...LOCALES.map(contentsName)];
    const written = [...pages.map(({ name }) => name), ...entrances];
    const home = this.homeLocale();
    const fundingOf = (page: string) =>
      this.funding.get(page.includes('/') ? page.split('/')[0]! : home)?.words;
    const faults = await faultsIn(this.folder, this.output, written, fundingOf);
    if (faults.length > 0) throw new FaultyArchive(faults);
    await this.writeManifest();
    await progress(1);
    const bytes = this.output.files.reduce((sum, file) => sum + file.bytes, 0);
    const { length: files } = this.output.files;
    return { pages: written.length, files, bytes, links: this.rewriting.counts };
  }

  /** Names hold slashes; what is stored here is found by its place. */
  private rawOf(name: string): string {
    return join(this.raw, createHash('sha256').update(name).digest('hex'));
  }

  private async tree({ name }: Kept): Promise<Tree> {
    return read(await readFile(this.rawOf(name)));
  }

  private own(locale: string): Kept {
    const path = `/partnerships/${this.partnership.slug}`;
    return this.crawl.at({ locale, path, query: '', fragment: '' })!;
  }

  private homeLocale(): Locale {
    const { locale } = this.partnership;
    return LOCALES.includes(locale) ? locale : LOCALES[0]!;
  }

  private async readFunding(): Promise<void> {
    for (const locale of LOCALES) {
      const list = find(await this.tree(this.own(locale)), (each) => hasClass(each, 'funding-list'));
      if (list) this.funding.set(locale, { html: outer(list), words: textOf(list) });
    }
  }

  private async finished(page: Kept, frame: PageFinisher): Promise<Tree> {
    const tree = await this.tree(page);
    this.rewriting.rewrite(tree, page);
    frame.complete(tree, page, this.funding.get(page.address.locale!));
    return tree;
  }

  private async writeEntrances(frame: PageFinisher): Promise<void> {
    const kept = [...this.crawl.kept.values()];
    for (const locale of LOCALES) {
      const shell = await this.finished(this.own(locale), frame);
      frame.contents(shell, this.own(locale).name, locale, kept);
      await this.output.write(contentsName(locale), write(shell));
    }
    const home = this.own(this.homeLocale());
    const shell = await this.finished(home, frame);
    frame.entrance(shell, home.name);
    await this.output.write('index.html', write(shell));
  }

  private async writeManifest(): Promise<void> {
    const { slug, name, locale } = this.partnership;
    const manifest = {
      partnership: { slug, name, locale },
      archivedOn: this.archivedOn.toISOString(),
      languages: LOCALES,
      start: 'index.html',
      files: this.output.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    };
    await this.output.write('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  }
}
