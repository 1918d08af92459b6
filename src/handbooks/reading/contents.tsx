import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { DEEPEST_PAGE, handbookPath } from './handbook-paths';
import type { ContentsEntry, HandbookView } from './reading.schema';

/** The contents beside a chapter: parts, and the chapters of the part that is open. */
export function ContentsTree({ handbook, current }: { handbook: HandbookView; current: string }) {
  const { t } = useLanguage();
  const { title, slug, contents } = handbook;
  const tops = nested(contents.filter(({ depth }) => depth <= DEEPEST_PAGE));
  return (
    <nav class="stack stack-tight" aria-label={t('handbooks:reading.contents')}>
      <p class="small tree-title" lang={title.locale}>
        <Link path={handbookPath(slug)}>{title.text}</Link>
      </p>
      <ol class="tree">
        {tops.map(({ entry, below }) => {
          const open = entry.slug === current || below.some((each) => each.slug === current);
          return (
            <li>
              <Entry entry={entry} current={current} />
              {open && below.length > 0 && (
                <ol>
                  {below.map((each) => (
                    <li>
                      <Entry entry={each} current={current} />
                    </li>
                  ))}
                </ol>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Entry({ entry, current }: { entry: ContentsEntry; current: string }) {
  const { number, title, path, slug } = entry;
  return (
    <Link path={path} current={slug === current}>
      {number && `${number} `}
      <span lang={title.locale}>{title.text}</span>
    </Link>
  );
}

/** Chapters below the parts that they stand in. */
export function nested(
  contents: readonly ContentsEntry[],
): { entry: ContentsEntry; below: ContentsEntry[] }[] {
  const tops: { entry: ContentsEntry; below: ContentsEntry[] }[] = [];
  for (const entry of contents)
    if (entry.depth === 1) tops.push({ entry, below: [] });
    else tops.at(-1)!.below.push(entry);
  return tops;
}
