import { useLanguage } from '../../ui/language';
import { Tag } from '../../ui/parts/marks';
import type { ConclusionSummary } from './conclusion.schema';

/** How a conclusion stands, in a word; nothing for what stands. */
export function ConclusionMark({
  of: { state, version },
}: {
  of: Pick<ConclusionSummary, 'state' | 'version'>;
}) {
  const { t } = useLanguage();
  if (state === 'adopted') return null;
  const anew = version > 0 && (state === 'draft' || state === 'positions');
  return <Tag>{t(anew ? `conclusions:anew.${state}` : `conclusions:state.${state}`)}</Tag>;
}
