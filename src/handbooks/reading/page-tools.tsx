import type { Cited } from '../../core/documents/cited';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Link } from '../../ui/parts/link';
import { citation } from './citing';

interface PageToolsProps {
  cited: Cited;
  /** Of the page itself, without the locale. */
  path: string;
}

/** What can be done with a page: print it, cite it, send it to somebody. */
export function PageTools({ cited, path }: PageToolsProps) {
  const language = useLanguage();
  const { t } = language;
  const words = citation(language, cited);
  const mail = new URLSearchParams({ subject: cited.title, body: words }).toString().replaceAll('+', '%20');
  return (
    <div class="stack stack-tight page-tools">
      <Button type="button" hidden data-action="print">
        {t('handbooks:reading.print')}
      </Button>
      <details>
        <summary>{t('handbooks:reading.cite.title')}</summary>
        <div class="stack stack-tight small">
          <p class="citation">{words}</p>
          <p class="row">
            <Link path={`${path}/cite.bib`}>BibTeX</Link>
            <Link path={`${path}/cite.ris`}>RIS</Link>
          </p>
        </div>
      </details>
      <details>
        <summary>{t('handbooks:reading.share.title')}</summary>
        <div class="stack stack-tight small">
          <p class="citation">{cited.address}</p>
          <p class="row row-center">
            <Button type="button" small hidden data-action="copy" data-use={cited.address}>
              {t('handbooks:reading.share.copy')}
            </Button>
            <a href={`mailto:?${mail}`}>{t('handbooks:reading.share.mail')}</a>
          </p>
          <p role="status" hidden>
            {t('handbooks:reading.share.copied')}
          </p>
        </div>
      </details>
    </div>
  );
}
