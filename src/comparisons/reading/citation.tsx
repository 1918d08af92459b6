import type { Cited } from '../../core/documents/cited';
import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';

/** How to cite it, by the address of its version, which stays. */
export function Citation({ cited, path }: { cited: Cited; path: string }) {
  const { t } = useLanguage();
  const { title, book, publisher, year, version, address, doi } = cited;
  const values = {
    title,
    publisher,
    year,
    version,
    address: doi ? `https://doi.org/${doi}. ${address}` : address,
  };
  return (
    <section class="stack stack-tight" aria-labelledby="cite">
      <h2 id="cite" class="small soft">
        {t('comparisons:reading.cite')}
      </h2>
      <p class="citation small">
        {book
          ? t('comparisons:reading.cite_answer', { ...values, book })
          : t('comparisons:reading.cite_comparison', values)}
      </p>
      <p class="row small no-print">
        <Link path={`${path}/cite.bib`}>BibTeX</Link>
        <Link path={`${path}/cite.ris`}>RIS</Link>
      </p>
    </section>
  );
}
