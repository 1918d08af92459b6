import type { ComponentChildren } from 'preact';
import { freshForm } from '../../core/http/form';
import { useLanguage, useReading } from '../language';
import { Button } from './button';
import { Choice } from './choice';
import type { EditorSources } from './editor-sources';
import { Field } from './field';
import { FileField } from './file-field';
import { FormContext } from './form-context';

/** What the editor asks for. Their forms never leave the page. */
export function EditorDialogs({ id, sources }: { id: string; sources: EditorSources }) {
  const { t } = useLanguage();
  return (
    <>
      <Dialog id={id} name="link" title={t('ui:editor.link')} act={t('ui:editor.insert')}>
        <Field
          name="address"
          label={t('ui:editor.link_address')}
          hint={t('ui:editor.link_hint')}
          spellcheck={false}
        />
      </Dialog>
      <FigureDialog id={id} />
      <IncludeDialog id={id} sources={sources} />
      {sources.handbook && (
        <Dialog id={id} name="refer" title={t('ui:editor.refer')} act={t('ui:editor.insert')}>
          <Choice
            name="kind"
            label={t('ui:editor.what')}
            options={[
              { value: 'chapter', label: t('ui:editor.chapter') },
              { value: 'figure', label: t('ui:editor.figure') },
            ]}
          />
          <Search id={id} name="refer" addresses={{ chapter: outline(sources), figure: outline(sources) }} />
        </Dialog>
      )}
    </>
  );
}

const outline = ({ handbook }: EditorSources): string => `/api/v1/handbooks/${handbook}/outline`;

interface DialogProps {
  id: string;
  name: string;
  title: string;
  act: string;
  children: ComponentChildren;
}

function Dialog({ id, name, title, act, children }: DialogProps) {
  const { t } = useLanguage();
  const titleId = `${id}-${name}-title`;
  return (
    <dialog class="dialog" data-editor-dialog={name} aria-labelledby={titleId}>
      <form method="dialog" class="stack">
        <h2 id={titleId}>{title}</h2>
        <FormContext.Provider value={{ state: freshForm(), prefix: `${id}-${name}`, demanding: false }}>
          {children}
        </FormContext.Provider>
        <p class="error" role="alert" data-problem />
        <div class="row">
          <Button kind="main">{act}</Button>
          <Button type="button" data-action="cancel">
            {t('ui:editor.cancel')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}

function FigureDialog({ id }: { id: string }) {
  const { t } = useLanguage();
  const { formToken } = useReading();
  return (
    <Dialog id={id} name="figure" title={t('ui:editor.figure')} act={t('ui:editor.upload')}>
      <input type="hidden" name="_token" value={formToken} />
      <FileField
        name="file"
        label={t('ui:editor.file')}
        accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
      />
      <Field name="alt" label={t('ui:editor.alt')} hint={t('ui:editor.alt_hint')} />
      <Field name="caption" label={t('ui:editor.caption')} optional />
      <Field name="credit" label={t('ui:editor.credit')} optional />
      <Field name="licence" label={t('ui:editor.licence')} optional />
      <Choice
        name="consent"
        label={t('ui:editor.consent')}
        empty={t('ui:editor.consent_unknown')}
        options={(['nobody', 'yes', 'no'] as const).map((value) => ({
          value,
          label: t(`ui:editor.consent_${value}`),
        }))}
      />
      <progress class="measure-bar" max={100} value={0} aria-label={t('ui:editor.progress')} hidden />
    </Dialog>
  );
}

function IncludeDialog({ id, sources: { partnership } }: { id: string; sources: EditorSources }) {
  const { t, locale } = useLanguage();
  const addresses = {
    definition: `/api/v1/glossary?locale=${locale}&limit=500`,
    ...(partnership && {
      message: `/api/v1/partnerships/${partnership}?locale=${locale}`,
      practice: `/api/v1/practices?locale=${locale}&limit=100`,
    }),
  };
  return (
    <Dialog id={id} name="include" title={t('ui:editor.include')} act={t('ui:editor.insert')}>
      <Choice
        name="kind"
        label={t('ui:editor.what')}
        options={(['definition', 'message', 'practice'] as const)
          .filter((kind) => kind in addresses)
          .map((kind) => ({ value: kind, label: t(`ui:editor.${kind}`) }))}
      />
      <Search id={id} name="include" addresses={addresses} />
    </Dialog>
  );
}

/** A list that is narrowed by typing. */
function Search({ id, name, addresses }: { id: string; name: string; addresses: Record<string, string> }) {
  const { t } = useLanguage();
  const found = `${id}-${name}-found`;
  return (
    <>
      <Field type="search" name="q" label={t('ui:editor.search')} />
      <div class="field">
        <label for={found}>{t('ui:editor.found')}</label>
        <select class="input" size={8} id={found} name="of" data-addresses={JSON.stringify(addresses)} />
      </div>
    </>
  );
}
