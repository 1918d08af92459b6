import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../../core/access/marks';
import { Config } from '../../core/config/config';
import { Download } from '../../core/http/download';
import { page, type Page } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { TextFrame } from '../../translations/text-frame';
import { kindName } from '../../translations/translation.schema';
import { PathPage } from './path-page';
import { Paths } from './paths.service';
import { asProv } from './prov';

/** The path from what people said to what policy reads. */
@Public()
@Controller(':locale/path')
export class PathPages {
  constructor(
    private readonly paths: Paths,
    private readonly frame: TextFrame,
    private readonly config: Config,
  ) {}

  /** The path in the terms of PROV, to be kept. */
  @Get(':kind/:id.jsonld')
  async file(
    @CurrentReader() { actor, locales, language }: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
  ): Promise<Download> {
    const { view } = await this.paths.of(actor, { kind, id }, locales);
    const content = JSON.stringify(asProv(view, this.config.baseUrl, language.locale), undefined, 2);
    return new Download(content, 'application/ld+json; charset=utf-8', `path-${kind}-${id}.jsonld`);
  }

  /** What it rests on and where it went, as far as the reader may see. */
  @Get(':kind/:id')
  async show(
    @CurrentReader() reader: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
  ): Promise<Page> {
    const { view, root } = await this.paths.of(reader.actor, { kind, id }, reader.locales);
    const station = view.stations.find(({ key }) => key === view.root)!;
    return page({
      ...(await this.frame.of(reader, { partnershipId: root.text?.partnershipId ?? null })),
      title: reader.language.t('evidence:path.window', { title: station.title!.text }),
      body: <PathPage view={view} />,
      hidden: true,
    });
  }
}
