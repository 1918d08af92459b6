import { z } from 'zod';

/** Hundredths of a currency unit, or of a per cent: whole numbers, so that nothing is rounded in passing. */
function hundredths(amount: string): bigint {
  const [units = '0', decimals = ''] = amount.split('.');
  return BigInt(units) * 100n + BigInt(decimals.padEnd(2, '0'));
}

function decimal(value: bigint): string {
  const units = value / 100n;
  const rest = String(value % 100n).padStart(2, '0');
  return rest === '00' ? String(units) : `${units}.${rest}`;
}

/** PostgreSQL writes 1050000.00; what was given without decimals is shown without them. */
export const plain = (amount: string): string => decimal(hundredths(amount));

/** How much of the whole the part is, in per cent with two decimals, half up: 204930.03 of 256208.82 is 79.99. */
export function shareOf(part: string, whole: string): string | null {
  const [above, below] = [hundredths(part), hundredths(whole)];
  return below === 0n ? null : decimal((above * 20_000n + below) / (below * 2n));
}

export const sumOf = (...amounts: string[]): string =>
  decimal(amounts.reduce((sum, amount) => sum + hundredths(amount), 0n));

/**
 * Reads what people paste: `256.208,82`, `256 208,82`, `1 050 000`, `256,208.82`.
 * Two decimals at most, so three figures after a mark are thousands. `undefined` when it is not an amount.
 */
export function readAmount(typed: string): string | undefined {
  const bare = typed.replace(/[\s\u00A0\u202F]/g, '');
  const [, whole, , decimals] =
    /^(\d+|\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:[.,](\d{1,2}))?$/.exec(bare) ?? [];
  if (whole === undefined) return undefined;
  const units = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  if (units.length > 12) return undefined;
  return plain(decimals ? `${units}.${decimals}` : units);
}

/** An amount of money as a decimal string, as stored. */
export const amount = z
  .string()
  .max(40)
  .transform((typed, context) => {
    const read = readAmount(typed);
    if (read !== undefined) return read;
    context.addIssue({ code: 'custom', message: 'errors:field.amount' });
    return z.NEVER;
  })
  .meta({ description: 'Major units as a decimal string, such as 256208.82' });

export const percentage = amount
  .refine((value) => hundredths(value) <= 10_000n, 'errors:field.number')
  .meta({ description: 'Per cent as a decimal string, such as 50 or 79.99' });
