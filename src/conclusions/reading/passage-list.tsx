import type { ComponentChildren } from 'preact';
import type { EvidenceView } from '../../evidence/evidence.schema';
import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import { Standing } from '../../ui/parts/standing';
import { Tag } from '../../ui/parts/marks';

interface PassageListProps {
  passages: readonly EvidenceView[];
  /** What can be done with one, below it. */
  acts?: (passage: EvidenceView) => ComponentChildren;
}

/** What was said, each passage with its original, and with the way to where it was said. */
export function PassageList({ passages, acts }: PassageListProps) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="passages">
      <SectionHead id="passages" title={t('conclusions:passages.title')} flush />
      {passages.length === 0 && <p class="soft">{t('conclusions:passages.none')}</p>}
      <ul class="list">
        {passages.map((passage) => (
          <li class="list-row stack stack-tight">
            {passage.ground ? <Shown of={passage} ground={passage.ground} /> : <Hidden />}
            {acts?.(passage)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Hidden() {
  const { t } = useLanguage();
  return <p class="soft">{t('conclusions:passages.hidden')}</p>;
}

function Shown({ of, ground }: { of: EvidenceView; ground: NonNullable<EvidenceView['ground']> }) {
  const language = useLanguage();
  const { quote, standing } = of;
  const { author, path, at, title } = ground;
  return (
    <>
      {quote && <Quote of={quote} id={ground.id} />}
      <p class="small soft dots">
        {author && <span>{author.name}</span>}
        {author?.organisation && <span lang={author.organisation.locale}>{author.organisation.name}</span>}
        <span lang={title.locale}>{path ? <Link path={path}>{title.text}</Link> : title.text}</span>
        {at && <span>{language.date(at)}</span>}
        {quote && <span>{language.inLanguage(quote.locale)}</span>}
      </p>
      {standing !== 'sound' && (
        <p>
          <Tag>
            {language.t(
              standing === 'changed' ? 'conclusions:passages.changed' : 'conclusions:passages.gone',
            )}
          </Tag>
        </p>
      )}
    </>
  );
}

/** The reader's language first if there is such a rendering, and then the words as they were said. */
function Quote({
  of: { text, locale, rendering },
  id,
}: {
  of: NonNullable<EvidenceView['quote']>;
  id: string;
}) {
  const { t } = useLanguage();
  if (!rendering || rendering.state === 'original')
    return (
      <blockquote class="said" lang={locale}>
        {text}
      </blockquote>
    );
  return (
    <>
      <blockquote class="said" lang={rendering.locale}>
        {rendering.text}
      </blockquote>
      <p>
        <Standing of={rendering} text={{ kind: 'post', id }} />
      </p>
      <details>
        <summary>{t('conclusions:passages.original')}</summary>
        <blockquote lang={locale}>{text}</blockquote>
      </details>
    </>
  );
}
