import type { Finding } from './verdict';

const format = ({ value, unit }: Finding): string =>
  unit ? `${value.toFixed(1)} ${unit}` : value.toLocaleString('en');

const limit = ({ bound, unit, ...finding }: Finding): string => {
  if (bound === undefined) return '';
  return bound === 0 ? '0' : `≤ ${format({ ...finding, value: bound, unit }).replace('.0 ', ' ')}`;
};

/** A table for the terminal that is one for Markdown too. */
export function table(findings: Finding[]): string {
  const rows = findings.map((finding) => [
    finding.what,
    format(finding),
    limit(finding),
    finding.bound === undefined ? '' : finding.value <= finding.bound ? 'yes' : '**no**',
  ]);
  const all = [['', 'measured', 'promised', 'holds'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]!.length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(all[0]!), rule, ...rows.map(line)].join('\n');
}
