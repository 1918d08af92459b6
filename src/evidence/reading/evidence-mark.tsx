import type { Key } from '../../core/i18n/keys';
import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import type { EvidenceStanding, Subject } from '../relation';
import { pathPath } from '../evidence-paths';

type Shaken = Exclude<EvidenceStanding, 'sound'>;

const GROUND: Record<Shaken, Key> = {
  changed: 'evidence:standing.changed',
  withdrawn: 'evidence:standing.withdrawn',
  replaced: 'evidence:standing.replaced',
  dead: 'evidence:standing.dead',
};

const STATEMENT: Record<Shaken, Key> = {
  changed: 'evidence:shaken.changed',
  withdrawn: 'evidence:shaken.withdrawn',
  replaced: 'evidence:shaken.replaced',
  dead: 'evidence:shaken.dead',
};

/** What has happened to a ground since it was cited: a shape and words. Nothing while it stands. */
export function EvidenceMark({ standing, since }: { standing: EvidenceStanding; since: string }) {
  const language = useLanguage();
  if (standing === 'sound') return null;
  return <p class="state state-outdated">{language.t(GROUND[standing], { date: language.date(since) })}</p>;
}

/** Above a statement: something that it rests on, however far away, does not stand as it was cited. */
export function ShakenNotice({ standing, statement }: { standing: EvidenceStanding; statement: Subject }) {
  const { t } = useLanguage();
  if (standing === 'sound') return null;
  return (
    <Notice kind="amber" title={t('evidence:shaken.title')}>
      <p>{t(STATEMENT[standing])}</p>
      <p>
        <Link path={pathPath(statement)}>{t('evidence:list.path')}</Link>
      </p>
    </Notice>
  );
}

/** The same in a list or a cell of a table. */
export function ShakenMark({ standing }: { standing: EvidenceStanding }) {
  const { t } = useLanguage();
  if (standing === 'sound') return null;
  return <span class="state state-outdated">{t('evidence:shaken.title')}</span>;
}
