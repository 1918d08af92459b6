import { useLanguage } from '../../ui/language';
import { Bars } from '../../ui/parts/bars';
import { Notice } from '../../ui/parts/notice';
import { SectionHead } from '../../ui/parts/section-head';
import type { BalanceView, SharesView } from '../reading/conclusion.schema';

const BREAKDOWNS = ['groups', 'countries', 'languages'] as const;
const SIDES = ['spoke', 'agreed'] as const;

/** Who spoke and who agreed; a warning when one group carries it. */
export function ConclusionBalance({ of }: { of: BalanceView }) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="balance">
      <SectionHead id="balance" title={t('conclusions:balance.title')} flush />
      {SIDES.map((side) => (
        <Carried of={of[side]} side={side} />
      ))}
      {SIDES.map((side) => (
        <Side of={of[side]} side={side} />
      ))}
      <p class="small soft">{t('conclusions:balance.rule')}</p>
    </section>
  );
}

type Side = (typeof SIDES)[number];

function Carried({ of: { carrying, groups }, side }: { of: SharesView; side: Side }) {
  const { t } = useLanguage();
  const name = groups?.find(({ of }) => of === carrying)?.name;
  if (!carrying || !name) return null;
  return <Notice kind="amber">{t(`conclusions:balance.carried_${side}`, { group: name })}</Notice>;
}

function Side({ of, side }: { of: SharesView; side: Side }) {
  const { t } = useLanguage();
  return (
    <div class="stack stack-tight">
      <h3>{t(`conclusions:balance.${side}`)}</h3>
      <p>
        {of.people === null
          ? t('conclusions:balance.few')
          : t('conclusions:balance.people', { count: of.people })}
      </p>
      {of.people !== null &&
        BREAKDOWNS.map((breakdown) => <Breakdown of={of[breakdown]} breakdown={breakdown} side={side} />)}
    </div>
  );
}

interface BreakdownProps {
  of: SharesView['groups'];
  breakdown: (typeof BREAKDOWNS)[number];
  side: Side;
}

function Breakdown({ of, breakdown, side }: BreakdownProps) {
  const { t } = useLanguage();
  const title = t(`conclusions:balance.${breakdown}`);
  if (of === null) return <p class="small soft">{t('conclusions:balance.hidden', { breakdown: title })}</p>;
  return (
    <>
      <p class="small soft">{title}</p>
      <Bars
        caption={`${t(`conclusions:balance.${side}`)}: ${title}`}
        columns={[title, t('conclusions:balance.number'), t('conclusions:balance.share')]}
        bars={of.map(({ of: kind, name, count }) => ({
          label: name ?? t(kind === null ? 'conclusions:balance.others' : 'conclusions:balance.unknown'),
          value: count,
        }))}
      />
    </>
  );
}
