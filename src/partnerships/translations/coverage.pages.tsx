import { Controller, Get, Param } from '@nestjs/common';
import { Public } from '../../core/access/marks';
import { page, type Page } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { TextKinds } from '../../core/texts/text-kinds';
import { CoverageBoard } from '../../translations/coverage/coverage-board';
import { Coverage } from '../../translations/coverage/coverage.service';
import { TextFrame } from '../../translations/text-frame';
import { Worklist } from '../../translations/worklist/worklist.service';
import { TitleBlock } from '../../ui/parts/title-block';
import { PartnershipAccess } from '../partnership.access';

/** How far the texts of a partnership are translated. */
@Public()
@Controller(':locale/partnerships/:slug/coverage')
export class CoveragePages {
  constructor(
    private readonly access: PartnershipAccess,
    private readonly coverage: Coverage,
    private readonly worklist: Worklist,
    private readonly kinds: TextKinds,
    private readonly frame: TextFrame,
  ) {}

  /** Kind by language, with what stands in the way of a print. */
  @Get()
  async show(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
  ): Promise<Page> {
    const { actor, language } = reader;
    const row = await this.access.to(actor, 'read', slug);
    const view = await this.coverage.of(actor, row.id);
    const title = language.t('translations:coverage.title');
    return page({
      ...(await this.frame.of(reader, { partnershipId: row.id })),
      title,
      body: (
        <div class="page">
          <TitleBlock title={title} lead={language.t('translations:coverage.lead')} />
          <div class="stack stack-wide">
            <CoverageBoard
              {...view}
              partnershipId={row.id}
              kinds={this.kinds.all}
              open={this.worklist.languagesOf(actor)}
            />
          </div>
        </div>
      ),
    });
  }
}
