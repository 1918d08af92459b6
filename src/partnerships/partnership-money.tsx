import { useLanguage } from '../ui/language';
import { Facts } from '../ui/parts/facts';
import { Notice } from '../ui/parts/notice';
import { Progress } from '../ui/parts/progress';
import type { BudgetView } from './partnership.schema';

/** Who pays how much. Shares are computed from the decimal amounts; what does not add up is shown as printed. */
export function PartnershipMoney({ budget }: { budget: BudgetView }) {
  const { t } = useLanguage();
  const { funder, funderShare, partners, total } = budget;
  return (
    <section class="stack" aria-labelledby="money">
      <h2 id="money">{t('partnerships:money.title')}</h2>
      {(funder ?? partners) ? (
        <MoneyTable budget={budget} />
      ) : (
        total && (
          <Facts
            stacked
            facts={[{ label: t('partnerships:money.budget'), value: <Amount of={total} in={budget} /> }]}
          />
        )
      )}
      {funderShare && (
        <Progress done={Number(funderShare) / 100} part={Number(budget.partnersShare ?? 0) / 100} />
      )}
      <Check budget={budget} />
      <Grant budget={budget} />
    </section>
  );
}

function Amount({ of: amount, in: { currency } }: { of: string; in: BudgetView }) {
  const language = useLanguage();
  return <span class="num">{language.money(amount, currency)}</span>;
}

function MoneyTable({ budget }: { budget: BudgetView }) {
  const { t } = useLanguage();
  const { total, funder, partners, funderShare, partnersShare } = budget;
  return (
    <table class="data">
      <caption class="visually-hidden">{t('partnerships:money.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('partnerships:money.payer')}</th>
          <th scope="col" class="n">
            {t('partnerships:money.amount')}
          </th>
          <th scope="col" class="n">
            {t('partnerships:money.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {funder && (
          <MoneyRow
            words={t('partnerships:money.funder')}
            amount={funder}
            share={funderShare}
            budget={budget}
          />
        )}
        {partners && (
          <MoneyRow
            words={t('partnerships:money.partners')}
            amount={partners}
            share={partnersShare}
            budget={budget}
          />
        )}
        {total && (
          <MoneyRow words={t('partnerships:money.total')} amount={total} share={null} budget={budget} />
        )}
      </tbody>
    </table>
  );
}

function MoneyRow(props: { words: string; amount: string; share: string | null; budget: BudgetView }) {
  const language = useLanguage();
  return (
    <tr>
      <th scope="row">{props.words}</th>
      <td class="n">
        <Amount of={props.amount} in={props.budget} />
      </td>
      <td class="n">{props.share && language.percent(Number(props.share) / 100)}</td>
    </tr>
  );
}

function Check({ budget: { addsUp, sum, total, funder, partners, currency } }: { budget: BudgetView }) {
  const language = useLanguage();
  const { t } = language;
  if (addsUp === null || !sum || !total || !funder || !partners) return null;
  if (addsUp) return <p class="small soft">{t('partnerships:money.adds_up')}</p>;
  const money = (amount: string) => language.money(amount, currency);
  const printed = { funder: money(funder), partners: money(partners), total: money(total) };
  return (
    <Notice kind="amber" title={t('partnerships:money.printed', printed)}>
      {t('partnerships:money.conflict', { sum: money(sum) })}
    </Notice>
  );
}

function Grant({ budget: { grantPercent, grantCeiling, currency } }: { budget: BudgetView }) {
  const language = useLanguage();
  const { t } = language;
  const percent = grantPercent && language.percent(Number(grantPercent) / 100);
  const ceiling = grantCeiling && language.money(grantCeiling, currency);
  const words =
    percent && ceiling
      ? t('partnerships:money.grant_both', { percent, ceiling })
      : percent
        ? t('partnerships:money.grant_percent', { percent })
        : ceiling && t('partnerships:money.grant_ceiling', { ceiling });
  return words ? <Facts stacked facts={[{ label: t('partnerships:money.grant'), value: words }]} /> : null;
}
