import type { RenderedText } from '../core/database/rendered';
import { useLanguage } from '../ui/language';
import { Bars } from '../ui/parts/bars';
import { Content } from '../ui/parts/content';
import { Link } from '../ui/parts/link';
import { SectionHead } from '../ui/parts/section-head';
import { Standing } from '../ui/parts/standing';
import type { TableSeat } from '../ui/parts/table-drawing';
import type { GroupCount } from './groups/balance.schema';

/** One seat per group: how many sit there, or dashed while nobody does. */
export function seatsOf(balance: GroupCount[]): TableSeat[] {
  return balance.map(({ count }) => (count > 0 ? { kind: 'taken', label: String(count) } : { kind: 'free' }));
}

/** What the drawing shows, in words. */
export function useBalanceWords(balance: GroupCount[]): { members: string; emptySeats: string } {
  const { t } = useLanguage();
  const empty = balance.filter(({ count }) => count === 0).length;
  return {
    members: t('platforms:members', { count: balance.reduce((sum, { count }) => sum + count, 0) }),
    emptySeats:
      empty > 0 ? t('platforms:balance.empty_seats', { count: empty }) : t('platforms:balance.full'),
  };
}

export interface BalanceProps {
  slug: string;
  balance: GroupCount[];
  /** Those who run the platform are led on to inviting. */
  invites?: boolean;
}

/** How the groups are balanced: a sentence, then bars, with an empty seat for every group that is missing. */
export function Balance({ slug, balance, invites }: BalanceProps) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="balance" class="stack">
      <SectionHead id="balance" title={t('platforms:balance.title')} flush>
        <Link path={`/platforms/${slug}/members`}>{t('platforms:balance.all')}</Link>
      </SectionHead>
      <Sentence balance={balance} />
      {balance.length > 0 && <Groups slug={slug} balance={balance} invites={invites} />}
      <GroupNamesStanding balance={balance} />
    </section>
  );
}

function Groups({ slug, balance, invites }: BalanceProps) {
  const { t } = useLanguage();
  const bars = balance.map(({ id, name, count }) => ({
    label: name.text,
    lang: name.locale,
    value: count,
    instead: (
      <>
        <span class="soft">{t('platforms:balance.nobody')}</span>{' '}
        {invites && (
          <Link path={`/platforms/${slug}/manage?group=${id}#invite`}>{t('platforms:balance.invite')}</Link>
        )}
      </>
    ),
  }));
  return (
    <Bars
      caption={t('platforms:balance.caption')}
      columns={[t('platforms:balance.group'), t('platforms:balance.members'), t('platforms:balance.share')]}
      bars={bars}
    />
  );
}

/** How many there are, who is strongest, who is missing. */
function Sentence({ balance }: { balance: GroupCount[] }) {
  const { t } = useLanguage();
  const { members } = useBalanceWords(balance);
  const seated = balance.filter(({ count }) => count > 0);
  const missing = balance.filter(({ count }) => count === 0);
  const most = seated.filter(({ count }) => count === seated[0]?.count);
  if (seated.length === 0) return <p class="said">{t('platforms:balance.nobody')}</p>;
  return (
    <p class="said">
      {`${members}.`}{' '}
      {most.length < seated.length && <Named words={t('platforms:balance.strongest')} groups={most} />}{' '}
      <Named words={t('platforms:balance.missing')} groups={missing} />
    </p>
  );
}

function Named({ words, groups }: { words: string; groups: GroupCount[] }) {
  if (groups.length === 0) return null;
  return (
    <>
      {words}{' '}
      {groups.map(({ name }, place) => (
        <>
          {place > 0 && ', '}
          <Content lang={name.locale}>{name.text}</Content>
        </>
      ))}
      .
    </>
  );
}

/** Said once for all names, since they were translated together; the least certain one speaks for them. */
function GroupNamesStanding({ balance }: { balance: GroupCount[] }) {
  const { t, locale } = useLanguage();
  const least = leastCertain(balance.map(({ name }) => name));
  if (!least || (least.state === 'original' && least.locale === locale)) return null;
  return (
    <p class="small soft row">
      {t('platforms:balance.names')} <Standing of={least} />
    </p>
  );
}

const CERTAINTY = ['machine', 'draft', 'in_review', 'reviewed', 'original'];

function leastCertain(names: RenderedText[]): RenderedText | undefined {
  const rank = (name: RenderedText) => (name.outdated ? 0 : CERTAINTY.indexOf(name.state));
  return [...names].sort((a, b) => rank(a) - rank(b))[0];
}
