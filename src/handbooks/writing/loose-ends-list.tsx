import { useLanguage } from '../../ui/language';
import { Notice } from '../../ui/parts/notice';
import type { LooseEnd } from './loose-ends';

/** What the text leads to and is not there: told, not refused, because the other end may still be written. */
export function LooseEnds({ ends }: { ends: readonly LooseEnd[] }) {
  const { t } = useLanguage();
  if (ends.length === 0) return null;
  return (
    <Notice kind="amber" title={t('handbooks:writing.loose_ends')} id="loose-ends">
      <ul>
        {ends.map(({ what, of }) => (
          <li>
            {t(`handbooks:writing.loose.${what}`)}: <code>{of}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
