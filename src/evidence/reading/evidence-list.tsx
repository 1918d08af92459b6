import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import { evidencePath, pathPath } from '../evidence-paths';
import type { EvidenceView } from '../evidence.schema';
import type { Subject } from '../relation';
import { EvidenceItem } from './evidence-item';

interface EvidenceListProps {
  evidence: readonly EvidenceView[];
  /** Whose it is: leads to the whole path. */
  statement: Subject;
  /** Offers to confirm and to take away: the path of the page that it stands on, to come back to. */
  keeping?: { back: string };
  heading?: 'h2' | 'h3';
}

/** “What does this rest on?”: who said it, in which words, and whether it still stands. */
export function EvidenceList({ evidence, statement, keeping, heading = 'h2' }: EvidenceListProps) {
  const { t } = useLanguage();
  const id = `rests-on-${statement.id}`;
  return (
    <section class="rests-on" aria-labelledby={id}>
      <SectionHead id={id} title={t('evidence:list.title')} heading={heading}>
        {evidence.length > 0 && <Link path={pathPath(statement)}>{t('evidence:list.path')}</Link>}
        {keeping && keeping.back !== evidencePath(statement) && (
          <Link path={evidencePath(statement)}>{t('evidence:list.keep')}</Link>
        )}
      </SectionHead>
      {evidence.length === 0 ? (
        <p class="soft">{t('evidence:list.none')}</p>
      ) : (
        <ol class="list">
          {evidence.map((each) => (
            <EvidenceItem of={each} {...(keeping && { keeping })} />
          ))}
        </ol>
      )}
    </section>
  );
}
