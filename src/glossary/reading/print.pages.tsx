import { Controller, Get } from '@nestjs/common';
import { Public } from '../../core/access/marks';
import { page } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { GLOSSARY } from './concept-paths';
import { GlossaryReading } from './glossary-reading.service';
import { PrintedGlossary } from './printed-glossary';

/** More concepts than a booklet holds are more than a browser prints at once. */
const MOST = 5000;

/** The termbase as it is printed: a column for each language, the reader's first. */
@Public()
@Controller(':locale/glossary/print')
export class GlossaryPrintPages {
  constructor(private readonly reading: GlossaryReading) {}

  @Get()
  async print(@CurrentReader() reader: Reader) {
    const { items } = await this.reading.list(reader, { page: 1, limit: MOST });
    const { t } = reader.language;
    return page({
      title: t('glossary:print.title'),
      section: 'glossary',
      crumbs: [{ label: t('glossary:title'), path: GLOSSARY }],
      body: <PrintedGlossary concepts={items} wished={reader.locales} />,
    });
  }
}
