import { useLanguage } from '../language';
import { Button } from './button';
import { EditorDialogs } from './editor-dialogs';
import type { EditorSources } from './editor-sources';

/** Group by group: the command, its keys, and whether it can be on. */
const TOOLS = [
  [
    { name: 'bold', keys: 'Control+B', toggles: true },
    { name: 'italic', keys: 'Control+I', toggles: true },
    { name: 'link', keys: 'Control+K', toggles: true },
  ],
  [
    { name: 'bullets', keys: 'Control+Shift+8', toggles: true },
    { name: 'numbers', keys: 'Control+Shift+7', toggles: true },
    { name: 'quote', keys: 'Control+Shift+9', toggles: true },
  ],
  [{ name: 'table' }, { name: 'footnote' }, { name: 'figure' }],
  [
    { name: 'key', toggles: true },
    { name: 'example', toggles: true },
    { name: 'caution', toggles: true },
  ],
  [{ name: 'include' }, { name: 'refer' }],
  [
    { name: 'undo', keys: 'Control+Z' },
    { name: 'redo', keys: 'Control+Y' },
  ],
] as const satisfies readonly (readonly Tool[])[];

const TABLE_TOOLS = [
  'row_above',
  'row_below',
  'column_before',
  'column_after',
  'delete_row',
  'delete_column',
  'heading_row',
  'delete_table',
] as const;

interface Tool {
  name: string;
  keys?: string;
  toggles?: true;
}

type Name = (typeof TOOLS)[number][number]['name'];

const STYLES = ['0', '2', '3', '4'] as const;

/**
 * What the rich editor of a TextArea is made of: the script `editor` takes it out of the template and puts it above the
 * field. Without the script nothing of it is there.
 */
export function EditorTools({ id, sources }: { id: string; sources: EditorSources }) {
  const { t, locale } = useLanguage();
  const words = {
    only_markdown: t('ui:editor.only_markdown'),
    images_left_out: t('ui:editor.images_left_out'),
    upload_failed: t('ui:editor.upload_failed'),
    nothing: t('ui:editor.nothing_found'),
    raw: t('ui:editor.raw'),
    footnote: t('ui:editor.footnote'),
    ...{ key: t('ui:editor.key'), example: t('ui:editor.example'), caution: t('ui:editor.caution') },
    definition: t('ui:editor.definition'),
    message: t('ui:editor.message'),
    practice: t('ui:editor.practice'),
    conclusion: t('ui:editor.conclusion'),
    answer: t('ui:editor.answer'),
    recommendation: t('ui:editor.recommendation'),
    chapter: t('ui:editor.chapter'),
    figure: t('ui:editor.figure'),
  };
  return (
    <template data-editor-tools={id} data-words={JSON.stringify({ ...words, locale })}>
      <Toolbar id={id} sources={sources} />
      <p class="hint" id={`${id}-editor-hint`}>
        {t('ui:editor.keys')}
      </p>
      <p class="small" role="status" data-editor-status />
      <EditorDialogs id={id} sources={sources} />
    </template>
  );
}

function Toolbar({ id, sources }: { id: string; sources: EditorSources }) {
  const { t } = useLanguage();
  const offered = (name: Name): boolean => name !== 'refer' || sources.handbook !== undefined;
  return (
    <div class="editor-tools">
      <div class="editor-bar" role="toolbar" aria-label={t('ui:editor.tools')} data-editor-bar="text">
        <select class="input" aria-label={t('ui:editor.style')} data-style>
          {STYLES.map((level) => (
            <option value={level}>{t(`ui:editor.style_${level}`)}</option>
          ))}
        </select>
        {TOOLS.map((group) => (
          <span class="editor-group">
            {group
              .filter(({ name }) => offered(name))
              .map((tool: Tool & { name: Name }) => (
                <button
                  type="button"
                  class="editor-tool"
                  data-command={tool.name}
                  aria-pressed={tool.toggles && 'false'}
                  aria-keyshortcuts={tool.keys}
                  title={tool.keys
                    ?.replace('Control', t('ui:editor.control'))
                    .replace('Shift', t('ui:editor.shift'))}
                >
                  {t(`ui:editor.${tool.name}`)}
                </button>
              ))}
          </span>
        ))}
        <span class="editor-group">
          <button type="button" class="editor-tool" data-command="markdown" aria-controls={id}>
            {t('ui:editor.as_markdown')}
          </button>
        </span>
      </div>
      <div
        class="editor-bar"
        role="toolbar"
        aria-label={t('ui:editor.table_tools')}
        data-editor-bar="table"
        hidden
      >
        {TABLE_TOOLS.map((name) => (
          <button type="button" class="editor-tool" data-command={name}>
            {t(`ui:editor.${name}`)}
          </button>
        ))}
      </div>
      <div class="row" data-editor-back hidden>
        <Button type="button" small data-action="rich">
          {t('ui:editor.as_text')}
        </Button>
      </div>
    </div>
  );
}
