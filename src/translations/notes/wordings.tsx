import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Difference } from '../../ui/parts/difference';
import { EmptyState } from '../../ui/parts/empty-state';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import { SectionHead } from '../../ui/parts/section-head';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import { besidePath } from '../translation-paths';
import type { WordingNote } from './wording-note.schema';

/** What was said about a paragraph: the wording as it was, or what would make it better. */
function Wording({ note: { locale, quoted, proposal, note } }: { note: WordingNote }) {
  return (
    <>
      <p class="merge-text" lang={locale}>
        {proposal === null ? quoted : <Difference from={quoted} to={proposal} />}
      </p>
      {note && <p>{note}</p>}
    </>
  );
}

/** What became of one's own reports and proposals. */
export function OwnWordings({ notes }: { notes: WordingNote[] }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('translations:wording.own')} lead={t('translations:wording.own_lead')} />
      {notes.length === 0 && <EmptyState title={t('translations:wording.none')} />}
      <ol class="list">
        {notes.map((note) => (
          <li class="stack stack-tight">
            <p class="row row-center">
              <Tag>{t(`translations:wording.state.${note.state}`)}</Tag>
              <Time value={note.madeAt} class="small soft" as="date" />
              <Link path={besidePath(note.kind, note.ownerId, note.locale)} class="small">
                {t('translations:wording.text')}
              </Link>
            </p>
            <Wording note={note} />
            {note.answer && (
              <p class="small">
                <b>{note.answeredBy}</b>: {note.answer}
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** For translators, beside the segments: accept or decline, with a word. */
export function OpenWordings({ notes }: { notes: WordingNote[] }) {
  const { t } = useLanguage();
  if (notes.length === 0) return null;
  return (
    <section class="stack" id="wordings" aria-labelledby="wordings-title">
      <SectionHead id="wordings-title" title={t('translations:wording.waiting')} flush />
      {notes.map((note) => (
        <div class="stack stack-tight small">
          <p class="soft">
            {note.by}, <Time value={note.madeAt} as="date" />
          </p>
          <Wording note={note} />
          <Form action={`/wording/${note.id}`} id={`answer-${note.id}`}>
            <Field name="answer" label={t('translations:wording.answer')} optional />
            <div class="row row-center">
              <Button small name="state" value="accepted">
                {t('translations:wording.accept')}
              </Button>
              <Button small name="state" value="declined">
                {t('translations:wording.decline')}
              </Button>
            </div>
          </Form>
        </div>
      ))}
    </section>
  );
}
