import type { RenderedText } from '../../core/database/rendered';
import { useLanguage } from '../../ui/language';
import { SectionHead } from '../../ui/parts/section-head';
import { WithTerms } from '../../ui/terms';
import { Beside, Standing } from '../../ui/parts/standing';
import type { PartnershipView } from '../partnership.schema';
import { STATEMENT_KINDS, type StatementKind } from './statement.entity';

type StatementView = PartnershipView['statements'][number];

/** What the partnership stands for: numbered, one section per kind. */
export function StatementGroups({ statements }: { statements: StatementView[] }) {
  const groups = STATEMENT_KINDS.map((kind) => statements.filter((statement) => statement.kind === kind));
  return (
    <>
      {groups
        .filter((group) => group.length > 0)
        .map((group) => (
          <StatementGroup statements={group} />
        ))}
    </>
  );
}

const sameStanding = (a: RenderedText, b: RenderedText): boolean =>
  a.locale === b.locale &&
  a.state === b.state &&
  a.outdated === b.outdated &&
  a.originalLocale === b.originalLocale;

/** Whom it speaks to is a set, not a sequence. */
const UNNUMBERED = new Set<StatementKind>(['audience']);

function StatementGroup({ statements }: { statements: StatementView[] }) {
  const { t } = useLanguage();
  const [first] = statements;
  if (!first) return null;
  const together = statements.every(({ text }) => sameStanding(text, first.text));
  const unnumbered = UNNUMBERED.has(first.kind);
  const id = `statements-${first.kind}`;
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={t(`partnerships:kinds.${first.kind}`)}>
        {together && <Standing of={first.text} />}
      </SectionHead>
      <ol class={unnumbered ? 'audiences' : 'numbered'}>
        {statements.map(({ id: statement, text, number }) => (
          <li class={text.state === 'machine' ? 'by-machine' : undefined}>
            {!unnumbered && <span class="ordinal num">{number}</span>}
            <p class="said" lang={text.locale}>
              <WithTerms lang={text.locale}>{text.text}</WithTerms>
            </p>
            {together ? (
              <Beside of={text} text={{ kind: 'statement', id: statement }} />
            ) : (
              <Standing of={text} text={{ kind: 'statement', id: statement }} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
