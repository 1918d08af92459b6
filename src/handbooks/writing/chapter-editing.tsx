import type { FormState } from '../../core/http/form';
import { languageOptions } from '../../ui/parts/language-select';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Facts } from '../../ui/parts/facts';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { SectionHead } from '../../ui/parts/section-head';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { WeightChoice } from '../../ui/parts/weight-choice';
import { CHAPTER_LIMIT } from '../chapter.entity';
import type { ChapterRow } from '../handbook.access';
import { DocumentProse } from '../reading/document-prose';
import { chapterEditingPath, revisionsPath } from '../structure/editing-paths';
import type { Draft, Writer } from './drafts.service';
import { LooseEnds } from './loose-ends-list';
import type { LooseEnd } from './loose-ends';
import type { Preview } from './previews.service';

export interface ChapterEditingProps {
  row: ChapterRow;
  state: FormState;
  /** What stands in the form has been typed before and not saved. */
  draft?: Draft;
  /** How the text in the form will be read. */
  preview?: Preview;
  writers: Writer[];
  /** What the text refers to and is not there. */
  looseEnds: LooseEnd[];
}

/** The form of a chapter, who else is writing, and what is kept of what is typed. */
export function ChapterEditing({ row, state, draft, preview, writers, looseEnds }: ChapterEditingProps) {
  const { t } = useLanguage();
  const path = chapterEditingPath(row.handbook.slug, row.slug);
  return (
    <div class="stack stack-wide">
      <WritingData row={row} />
      <Notice kind="amber" id="writers" hidden={writers.length === 0}>
        <p data-writers>
          {t('handbooks:writing.others', { names: writers.map(({ name }) => name).join(', ') })}
        </p>
      </Notice>
      {draft && <KeptDraft draft={draft} path={path} />}
      <LooseEnds ends={looseEnds} />
      {preview && <PreviewOf preview={preview} lang={row.locale} />}
      <Form action={path} id="chapter" state={state} class="stack chapter-form">
        <Hidden name="revision" />
        <Field name="title" label={t('handbooks:field.chapter_title')} lang={row.locale} />
        <TextArea
          {...{ name: 'lead', label: t('handbooks:field.lead'), lang: row.locale, max: 400, rows: 2 }}
          published
          optional
        />
        <TextArea
          {...{
            name: 'body',
            label: t('handbooks:field.body'),
            lang: row.locale,
            max: CHAPTER_LIMIT,
            rows: 24,
          }}
          hint={t('handbooks:writing.body_hint')}
          published
          optional
          editor={{ handbook: row.handbook.slug, partnership: row.handbook.partnership.slug }}
        />
        <WeightChoice />
        <Field
          name="note"
          label={t('handbooks:writing.note')}
          hint={t('handbooks:writing.note_hint')}
          optional
        />
        <div class="row row-center">
          <Button kind="main" name="act" value="save">
            {t('handbooks:writing.save')}
          </Button>
          <Button name="act" value="preview">
            {t('handbooks:writing.preview')}
          </Button>
          <Button name="act" value="draft">
            {t('handbooks:writing.keep')}
          </Button>
          <Link path={revisionsPath(row.handbook.slug, row.slug)}>{t('handbooks:writing.revisions')}</Link>
          <span class="small soft" role="status" data-kept />
        </div>
      </Form>
    </div>
  );
}

/** What the script must know: where drafts go, and its words. */
function WritingData({ row }: { row: ChapterRow }) {
  const { t } = useLanguage();
  const words = {
    kept: t('handbooks:writing.kept'),
    failed: t('handbooks:writing.not_kept'),
    others: t('handbooks:writing.others', { names: '%' }),
  };
  const api = `/api/v1/handbooks/${row.handbook.slug}/chapters/${row.slug}`;
  return <div id="writing-data" hidden data-api={api} data-words={JSON.stringify(words)} />;
}

function KeptDraft({ draft, path }: { draft: Draft; path: string }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <Notice kind="quiet" id="kept-draft">
      <p>{t('handbooks:writing.unsaved', { at: language.dateTime(draft.typedAt) })}</p>
      <Form action={`${path}/discard`} id="discard">
        <div>
          <Button small>{t('handbooks:writing.discard')}</Button>
        </div>
      </Form>
    </Notice>
  );
}

function PreviewOf({ preview: { body, around }, lang }: { preview: Preview; lang: string }) {
  const { t } = useLanguage();
  return (
    <section id="preview" class="section" aria-labelledby="preview-title">
      <SectionHead id="preview-title" title={t('handbooks:writing.preview')}>
        <a href="#chapter">{t('handbooks:writing.to_form')}</a>
      </SectionHead>
      {body ? (
        <DocumentProse body={body} lang={lang} around={around} prefix="preview-" firstHeading={3} />
      ) : (
        <p class="soft">{t('handbooks:writing.empty')}</p>
      )}
    </section>
  );
}

/** What is true of the chapter and is not changed here. */
export function ChapterFacts({ row }: { row: ChapterRow }) {
  const { t } = useLanguage();
  const language = languageOptions([row.locale])[0]!;
  return (
    <Facts
      stacked
      facts={[
        { label: t('handbooks:writing.language'), value: language.label, lang: row.locale },
        { label: t('handbooks:writing.revision'), value: String(row.revision) },
      ]}
    />
  );
}

export function ChapterTitle({ row }: { row: ChapterRow }) {
  const { t } = useLanguage();
  return (
    <TitleBlock
      title={row.title}
      lang={row.locale}
      above={
        <>
          <span>{t('handbooks:writing.above')}</span>
          <span class="tag">{t(`handbooks:editing.status.${row.status}`)}</span>
        </>
      }
    />
  );
}
