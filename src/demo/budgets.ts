import { z } from 'zod';
import seeds from './data/seeds.json';
import type { Row } from './rows';

const amount = z.string().regex(/^\d+(\.\d{2})?$/);
const currency = z.string().length(3);
const money = z.object({ amount, currency });

/** What the seeds say about the money of a partnership. */
export const budgetFields = {
  budget: z.object({ total: money, euContribution: money, partnerContribution: money }).nullish(),
  budgetId: z.string().optional(),
  grant: z.object({ percentOfBookedCosts: z.number(), max: money }).optional(),
};

type Budget = z.output<z.ZodObject<typeof budgetFields>>;

const line = z.object({ total: amount, isSum: z.boolean().default(false) });
const tables = z.array(
  z.object({ id: z.string(), currency, costs: z.array(line), financing: z.array(line).length(3) }),
);

/** Decimal strings all the way: nothing passes through a binary float. */
export function budgetOf({ budget, budgetId, grant }: Budget): Row {
  return {
    ...(budget ? splitOf(budget) : tabled(budgetId)),
    grant_percent: grant?.percentOfBookedCosts ?? null,
    grant_ceiling: grant?.max.amount ?? null,
  };
}

const splitOf = ({ total, euContribution, partnerContribution }: NonNullable<Budget['budget']>): Row => ({
  currency: total.currency,
  budget_total: total.amount,
  budget_funder: euContribution.amount,
  budget_partners: partnerContribution.amount,
});

/** From the table of costs and financing: the grant stands first, then what is paid beside it. */
function tabled(id: string | undefined): Row {
  const table = tables.parse(seeds.budgets).find((each) => each.id === id);
  const [grant, beside] = table?.financing.filter(({ isSum }) => !isSum) ?? [];
  return {
    currency: table?.currency ?? null,
    budget_total: table?.costs.find(({ isSum }) => isSum)?.total ?? null,
    budget_funder: grant?.total ?? null,
    budget_partners: beside?.total ?? null,
  };
}
