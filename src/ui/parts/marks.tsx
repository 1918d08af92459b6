import type { ComponentChildren } from 'preact';
import type { Key } from '../../core/i18n/keys';
import { useLanguage } from '../language';

/** People are talking here at this moment. */
export function LiveMark() {
  const { t } = useLanguage();
  return <span class="live">{t('ui:mark.live')}</span>;
}

/** Nothing when everything is read. */
export function UnreadCount({ count }: { count: number }) {
  const { t } = useLanguage();
  if (count <= 0) return null;
  return <span class="count">{t('ui:mark.unread', { count })}</span>;
}

export function Tag({ children, lang }: { children: ComponentChildren; lang?: string }) {
  return (
    <span class="tag" lang={lang}>
      {children}
    </span>
  );
}

export type MarkKind = 'pinned' | 'closed' | 'resolved' | 'archived' | 'readonly' | 'members';

const WORDS: Record<MarkKind, Key> = {
  pinned: 'ui:mark.pinned',
  closed: 'ui:mark.closed',
  resolved: 'ui:mark.resolved',
  archived: 'ui:mark.archived',
  readonly: 'ui:mark.readonly',
  members: 'ui:mark.members',
};

/** A shape and a word for how a room or thread stands. */
export function Mark({ kind }: { kind: MarkKind }) {
  const { t } = useLanguage();
  return <span class={`mark mark-${kind}`}>{t(WORDS[kind])}</span>;
}
