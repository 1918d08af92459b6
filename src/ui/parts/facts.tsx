import type { ComponentChildren } from 'preact';

export interface Fact {
  label: string;
  /** A fact without a value is left out; say "not known" where that matters. */
  value: ComponentChildren;
  lang?: string;
}

interface FactsProps {
  facts: Fact[];
  /** Label above value instead of beside it, for narrow columns. */
  stacked?: boolean;
}

/** What is known of a thing, as a definition list. */
export function Facts({ facts, stacked }: FactsProps) {
  const known = facts.filter(
    ({ value }) => value !== undefined && value !== null && value !== '' && value !== false,
  );
  if (known.length === 0) return null;
  return (
    <dl class={stacked ? 'facts facts-stacked' : 'facts'}>
      {known.map(({ label, value, lang }) => (
        <div>
          <dt>{label}</dt>
          <dd lang={lang}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
