import { Conflict } from '../../core/errors/refusal';
import { freshForm, type FormState } from '../../core/http/form';
import { EvidenceList } from '../../evidence/reading/evidence-list';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { languageOptions } from '../../ui/parts/language-select';
import { Merge } from '../../ui/parts/merge';
import { SectionHead } from '../../ui/parts/section-head';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { WeightChoice } from '../../ui/parts/weight-choice';
import { conclusionPath } from '../conclusion-paths';
import type { RefusedAct } from '../deciding/acts';
import type { ConclusionView } from '../reading/conclusion.schema';
import { ConclusionFields } from './conclusion-fields';

interface EditConclusionProps {
  of: ConclusionView;
  /** Wording that a member has suggested, to begin with. */
  wording: string | undefined;
  refused?: RefusedAct | undefined;
}

/** The words of a draft, and what it is concluded from. */
export function EditConclusionPage({ of, wording, refused }: EditConclusionProps) {
  const { t } = useLanguage();
  const state = refused?.at === 'edit' ? refused.state : undefined;
  return (
    <div class="page">
      <TitleBlock title={t('conclusions:form.edit', { number: of.number })} />
      <div class="split split-even section">
        {state?.refusal instanceof Conflict ? (
          <Merging of={of} state={state} theirs={state.refusal} />
        ) : (
          <Words of={of} wording={wording} state={state} />
        )}
        <div class="stack stack-wide">
          <EvidenceList
            evidence={of.passages}
            statement={{ kind: 'conclusion', id: of.id }}
            keeping={{ back: conclusionPath(of.id, 'edit') }}
          />
          {of.threadId && <AddPassage of={of} refused={refused} />}
        </div>
      </div>
    </div>
  );
}

function Words({
  of,
  wording,
  state,
}: Omit<EditConclusionProps, 'refused'> & { state: FormState | undefined }) {
  const { t } = useLanguage();
  const { id, original, locale, revision, version } = of;
  const fresh = freshForm({
    statement: wording ?? original.statement,
    reasoning: original.reasoning ?? '',
    locale,
    revision: String(revision),
  });
  return (
    <Form action={conclusionPath(id, 'edit')} id="conclusion" state={state ?? fresh}>
      <Hidden name="revision" />
      <ConclusionFields lang={locale} />
      {version > 0 && <WeightChoice />}
      <div>
        <Button kind="main">{t('conclusions:form.save')}</Button>
      </div>
    </Form>
  );
}

function Merging({ of, state, theirs }: { of: ConclusionView; state: FormState; theirs: Conflict }) {
  const { t } = useLanguage();
  const stands = theirs.theirs as unknown as { revision: number } & Record<string, string | null>;
  const field = (name: 'statement' | 'reasoning', label: string) => ({
    name,
    label,
    theirs: stands[name] ?? '',
    yours: state.values[name] ?? '',
    lang: of.locale,
    long: true,
  });
  return (
    <Merge
      action={conclusionPath(of.id, 'edit')}
      revision={stands.revision}
      cancelPath={conclusionPath(of.id, 'edit')}
      fields={[
        field('statement', t('conclusions:field.statement')),
        field('reasoning', t('conclusions:field.reasoning')),
        {
          name: 'locale',
          label: t('ui:form.language'),
          theirs: stands['locale'] ?? '',
          yours: state.values['locale'] ?? '',
          options: languageOptions(),
        },
      ]}
      hidden={{ weight: state.values['weight'] || 'meaning' }}
    />
  );
}

function AddPassage({ of, refused }: { of: ConclusionView; refused: RefusedAct | undefined }) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="add-passage">
      <SectionHead id="add-passage" title={t('conclusions:passages.add')} flush />
      <Form
        action={conclusionPath(of.id, 'passages')}
        id="passage"
        state={refused?.at === 'passage' ? refused.state : freshForm()}
        labels={{ postId: t('conclusions:form.post') }}
      >
        <Field
          name="number"
          type="number"
          width="short"
          label={t('conclusions:form.post_number')}
          hint={t('conclusions:form.post_number_hint')}
        />
        <TextArea
          name="quote"
          label={t('conclusions:form.quote')}
          hint={t('conclusions:form.quote_hint')}
          rows={3}
          optional
        />
        <div>
          <Button>{t('conclusions:passages.act')}</Button>
        </div>
      </Form>
    </section>
  );
}
