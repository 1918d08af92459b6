import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { EmptyState } from '../../ui/parts/empty-state';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import { words } from '../practice-words';
import { PracticeActor } from '../rows/practice-actor.entity';
import { PracticeResult } from '../rows/practice-result.entity';
import type { ListName } from '../rows/practice-row.schema';
import type { Rows } from '../rows/row-kinds';
import { rowPath } from './case-paths';
import { decimal } from './row-values';

type AnyRow = Rows[keyof Rows];

/** A list that belongs to a step: each row has a page of its own. */
export function RowList({
  slug,
  lang,
  list,
  rows,
}: {
  slug: string;
  lang: string;
  list: ListName;
  rows: AnyRow[];
}) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby={`field-${list}`}>
      <SectionHead id={`field-${list}`} title={t(`practices:rows.${list}`)}>
        <ButtonLink path={rowPath(slug, list, 'new')} small>
          {t(`practices:rows.add_${list}`)}
        </ButtonLink>
      </SectionHead>
      {rows.length === 0 && <EmptyState title={t('practices:rows.none')} />}
      <ul class="list">
        {rows.map((row) => (
          <li class="edit-row">
            <p lang={lang}>
              <Link path={rowPath(slug, list, row.id)}>{nameOf(row)}</Link>
            </p>
            <p class="small soft">
              <RowFacts row={row} />
            </p>
            <div class="row row-center">
              <Form action={`${rowPath(slug, list, row.id)}/remove`} id={`remove-${row.id}`}>
                <Button small kind="danger" label={t('practices:rows.remove_named', { name: nameOf(row) })}>
                  {t('practices:rows.remove')}
                </Button>
              </Form>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function nameOf(row: AnyRow): string {
  if (row instanceof PracticeActor) return row.name;
  return row instanceof PracticeResult ? row.indicator : row.label;
}

function RowFacts({ row }: { row: AnyRow }) {
  const language = useLanguage();
  const { t } = language;
  if (row instanceof PracticeActor)
    return (
      <>
        {t(words.part(row.part))}: <span lang={row.locale}>{row.role}</span>
      </>
    );
  if (row instanceof PracticeResult)
    return (
      <span class="num">
        {language.number(Number(decimal(row.value)))} <span lang={row.locale}>{row.unit}</span>,{' '}
        {row.periodFrom}–{row.periodTo}
      </span>
    );
  return <>{row.address}</>;
}
