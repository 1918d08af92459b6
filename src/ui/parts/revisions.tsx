import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language';
import { Link } from './link';
import { Time } from './time';

export interface RevisionLine {
  revision: number;
  by: string;
  at: Date | string;
  /** Shows this revision or its difference. */
  path?: string;
  note?: ComponentChildren;
  /** The one that is being read. */
  current?: boolean;
}

/** Who changed what and when; the newest first. */
export function Revisions({ revisions }: { revisions: RevisionLine[] }) {
  const { t } = useLanguage();
  return (
    <ol class="revisions">
      {revisions.map(({ revision, by, at, path, note, current }) => {
        const name = t('ui:revision.name', { revision });
        return (
          <li aria-current={current ? 'true' : undefined}>
            <span class="num">{path ? <Link path={path}>{name}</Link> : name}</span>
            <span>{by}</span>
            <Time value={at} class="small soft" />
            {current && <span class="tag">{t('ui:revision.current')}</span>}
            {note && <span class="small revision-note">{note}</span>}
          </li>
        );
      })}
    </ol>
  );
}
