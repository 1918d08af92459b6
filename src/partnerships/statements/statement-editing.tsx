import { freshForm } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { EmptyState } from '../../ui/parts/empty-state';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Merge } from '../../ui/parts/merge';
import { SectionHead } from '../../ui/parts/section-head';
import { TextArea } from '../../ui/parts/text-area';
import { WeightChoice } from '../../ui/parts/weight-choice';
import { editingPath, theirsIn, type RefusedForm } from '../editing/editing-frame';
import type { Partnership } from '../partnership.entity';
import { STATEMENT_KINDS, type Statement, type StatementKind } from './statement.entity';

interface StatementEditingProps {
  row: Partnership;
  statements: Statement[];
  refused?: RefusedForm;
}

/** Statements kind by kind, each with its forms, and one form for a new one. */
export function StatementEditing({ row, statements, refused }: StatementEditingProps) {
  const { t } = useLanguage();
  const kinds = STATEMENT_KINDS.filter((kind) => statements.some((statement) => statement.kind === kind));
  return (
    <>
      <p class="soft">{t('partnerships:statement.lead')}</p>
      {statements.length === 0 && <EmptyState title={t('partnerships:statement.none')} />}
      {kinds.map((kind) => (
        <KindEditing
          row={row}
          kind={kind}
          statements={statements.filter((statement) => statement.kind === kind)}
          {...(refused && { refused })}
        />
      ))}
      <NewStatement row={row} {...(refused?.at === 'new' && { refused })} />
    </>
  );
}

function KindEditing({ kind, statements, ...rest }: StatementEditingProps & { kind: StatementKind }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby={`edit-${kind}`}>
      <SectionHead id={`edit-${kind}`} title={t(`partnerships:kinds.${kind}`)} />
      <ol class="list">
        {statements.map((statement) => (
          <Item {...rest} statement={statement} last={statement === statements.at(-1)} />
        ))}
      </ol>
    </section>
  );
}

function Item({
  row,
  statement,
  last,
  refused,
}: Omit<StatementEditingProps, 'statements'> & { statement: Statement; last: boolean }) {
  const { t } = useLanguage();
  const { id, kind, number, text, locale } = statement;
  const name = t('partnerships:statement.numbered', { kind: t(`partnerships:kind.${kind}`), number });
  const own = refused?.at === id ? refused : undefined;
  const action = `${editingPath(row.slug, 'statements')}/${id}`;
  return (
    <li id={`statement-${id}`} class="edit-row">
      <h3 class="small soft">{name}</h3>
      <p class="said" lang={locale}>
        {text}
      </p>
      <div class="row row-center">
        {number > 1 && (
          <Move action={action} direction="up" label={t('partnerships:statement.up_named', { name })} />
        )}
        {!last && (
          <Move action={action} direction="down" label={t('partnerships:statement.down_named', { name })} />
        )}
        <Form action={`${action}/remove`} id={`remove-${id}`}>
          <Button small kind="danger" label={t('partnerships:statement.remove_named', { name })}>
            {t('partnerships:editing.remove')}
          </Button>
        </Form>
      </div>
      {own && theirsIn(own.state) ? (
        <StatementMerge row={row} statement={statement} yours={own.state.values} />
      ) : (
        <EditStatement action={action} statement={statement} name={name} {...(own && { refused: own })} />
      )}
    </li>
  );
}

function Move({ action, direction, label }: { action: string; direction: 'up' | 'down'; label: string }) {
  const { t } = useLanguage();
  return (
    <Form action={`${action}/move`} id={`${direction}-${action.split('/').at(-1)}`}>
      <Hidden name="direction" value={direction} />
      <Button small label={label}>
        {t(`partnerships:statement.${direction}`)}
      </Button>
    </Form>
  );
}

function EditStatement({
  action,
  statement,
  name,
  refused,
}: {
  action: string;
  statement: Statement;
  name: string;
  refused?: RefusedForm;
}) {
  const { t } = useLanguage();
  const { id, text, locale, revision } = statement;
  const fresh = freshForm({ text, locale, revision: String(revision) });
  return (
    <details open={refused !== undefined}>
      <summary>{t('partnerships:statement.edit_named', { name })}</summary>
      <Form action={action} id={`edit-${id}`} state={refused?.state ?? fresh}>
        <Hidden name="revision" />
        <TextArea name="text" label={t('partnerships:statement.text')} lang={locale} max={2000} published />
        <LanguageSelect />
        <WeightChoice />
        <div>
          <Button>{t('partnerships:editing.save')}</Button>
        </div>
      </Form>
    </details>
  );
}

function StatementMerge({
  row,
  statement,
  yours,
}: {
  row: Partnership;
  statement: Statement;
  yours: Record<string, string>;
}) {
  const { t } = useLanguage();
  const path = editingPath(row.slug, 'statements');
  const { id, text, locale, revision } = statement;
  return (
    <Merge
      action={`${path}/${id}`}
      revision={revision}
      cancelPath={path}
      hidden={{ locale: yours['locale'] ?? locale }}
      fields={[
        {
          name: 'text',
          label: t('partnerships:statement.text'),
          theirs: text,
          yours: yours['text'] ?? '',
          lang: locale,
          long: true,
        },
      ]}
    />
  );
}

function NewStatement({ row, refused }: { row: Partnership; refused?: RefusedForm }) {
  const { t } = useLanguage();
  const kinds = STATEMENT_KINDS.map((kind) => ({ value: kind, label: t(`partnerships:kind.${kind}`) }));
  return (
    <section aria-labelledby="new-statement">
      <SectionHead id="new-statement" title={t('partnerships:statement.new')} />
      <Form
        action={editingPath(row.slug, 'statements')}
        id="add"
        state={refused?.state ?? freshForm({ locale: row.locale })}
      >
        <Choice name="kind" label={t('partnerships:statement.kind')} options={kinds} />
        <TextArea name="text" label={t('partnerships:statement.text')} max={2000} published />
        <LanguageSelect />
        <div>
          <Button>{t('partnerships:statement.add')}</Button>
        </div>
      </Form>
    </section>
  );
}
