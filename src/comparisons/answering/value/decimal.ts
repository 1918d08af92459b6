/** Millionths: whole numbers, so that sums and comparisons of decimal strings are exact. */
export function millionths(decimal: string): bigint {
  const [, sign = '', whole = '0', rest = ''] = /^(-?)(\d+)(?:\.(\d+))?/.exec(decimal) ?? [];
  const value = BigInt(whole) * 1_000_000n + BigInt(rest.slice(0, 6).padEnd(6, '0'));
  return sign ? -value : value;
}

export function decimalOf(value: bigint): string {
  const sign = value < 0n ? '-' : '';
  const size = value < 0n ? -value : value;
  const rest = String(size % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${sign}${size / 1_000_000n}${rest && `.${rest}`}`;
}

export const sumOf = (decimals: readonly string[]): string =>
  decimalOf(decimals.reduce((sum, each) => sum + millionths(each), 0n));

export const decimalsIn = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;

/** PostgreSQL writes 42.000000; what was given without decimals is kept without them. */
export const trimmed = <Decimal extends string | null>(decimal: Decimal): Decimal =>
  (decimal?.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal) as Decimal;
