import { freshForm } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
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
import type { SourceNote } from './source-note.entity';

interface NoteEditingProps {
  row: Partnership;
  notes: SourceNote[];
  refused?: RefusedForm;
}

export function NoteEditing({ row, notes, refused }: NoteEditingProps) {
  const { t } = useLanguage();
  return (
    <>
      <section class="stack" aria-labelledby="notes">
        <SectionHead id="notes" title={t('partnerships:note.title')} flush />
        <p class="soft">{t('partnerships:note.lead')}</p>
        {notes.length === 0 && <EmptyState title={t('partnerships:note.none')} />}
        <ol class="list">
          {notes.map((note) => (
            <Item row={row} note={note} {...(refused?.at === note.id && { refused })} />
          ))}
        </ol>
      </section>
      <NewNote row={row} {...(refused?.at === 'new' && { refused })} />
    </>
  );
}

function Item({ row, note, refused }: { row: Partnership; note: SourceNote; refused?: RefusedForm }) {
  const { t } = useLanguage();
  const { id, number, issue, treatment, locale } = note;
  const name = t('partnerships:note.numbered', { number });
  const action = `${editingPath(row.slug, 'notes')}/${id}`;
  return (
    <li id={`note-${id}`}>
      <h3 class="small soft">{name}</h3>
      <p class="said" lang={locale}>
        {issue}
      </p>
      <p lang={locale}>{treatment}</p>
      <Form action={`${action}/remove`} id={`remove-${id}`}>
        <div>
          <Button small kind="danger" label={t('partnerships:note.remove_named', { name })}>
            {t('partnerships:editing.remove')}
          </Button>
        </div>
      </Form>
      {refused && theirsIn(refused.state) ? (
        <NoteMerge row={row} note={note} yours={refused.state.values} />
      ) : (
        <EditNote action={action} note={note} name={name} {...(refused && { refused })} />
      )}
    </li>
  );
}

function EditNote({
  action,
  note,
  name,
  refused,
}: {
  action: string;
  note: SourceNote;
  name: string;
  refused?: RefusedForm;
}) {
  const { t } = useLanguage();
  const { id, issue, treatment, locale, revision } = note;
  const fresh = freshForm({ issue, treatment, locale, revision: String(revision) });
  return (
    <details open={refused !== undefined}>
      <summary>{t('partnerships:note.edit_named', { name })}</summary>
      <Form action={action} id={`edit-${id}`} state={refused?.state ?? fresh}>
        <Hidden name="revision" />
        <NoteFields lang={locale} />
        <WeightChoice />
        <div>
          <Button>{t('partnerships:editing.save')}</Button>
        </div>
      </Form>
    </details>
  );
}

function NoteFields({ lang }: { lang?: string }) {
  const { t } = useLanguage();
  return (
    <>
      <TextArea name="issue" label={t('partnerships:note.issue')} max={2000} {...(lang && { lang })} />
      <TextArea
        name="treatment"
        label={t('partnerships:note.treatment')}
        max={2000}
        {...(lang && { lang })}
      />
      <LanguageSelect />
    </>
  );
}

function NoteMerge({
  row,
  note,
  yours,
}: {
  row: Partnership;
  note: SourceNote;
  yours: Record<string, string>;
}) {
  const { t } = useLanguage();
  const path = editingPath(row.slug, 'notes');
  const { id, issue, treatment, locale, revision } = note;
  const field = (name: string, label: string, theirs: string) => ({
    ...{ name, label, theirs, yours: yours[name] ?? '', lang: locale, long: true },
  });
  return (
    <Merge
      action={`${path}/${id}`}
      revision={revision}
      cancelPath={path}
      hidden={{ locale: yours['locale'] ?? locale }}
      fields={[
        field('issue', t('partnerships:note.issue'), issue),
        field('treatment', t('partnerships:note.treatment'), treatment),
      ]}
    />
  );
}

function NewNote({ row, refused }: { row: Partnership; refused?: RefusedForm }) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="new-note">
      <SectionHead id="new-note" title={t('partnerships:note.new')} flush />
      <Form
        action={editingPath(row.slug, 'notes')}
        id="add"
        state={refused?.state ?? freshForm({ locale: row.locale })}
      >
        <NoteFields />
        <div>
          <Button>{t('partnerships:note.add')}</Button>
        </div>
      </Form>
    </section>
  );
}
