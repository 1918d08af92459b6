import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { TextArea } from '../../ui/parts/text-area';
import { evidencePath } from '../evidence-paths';
import { QUOTE_LIMIT } from '../quotation';
import type { Subject } from '../relation';

export interface EvidenceFormProps {
  statement: Subject;
  /** The path of the page that it stands on, to come back to. */
  back: string;
  refused?: { at: 'here' | 'source'; state: FormState };
}

/** Says what a statement rests on: something on this hub by its address, or a source outside. */
export function EvidenceForm({ statement, back, refused }: EvidenceFormProps) {
  const { t } = useLanguage();
  return (
    <div class="stack evidence-forms">
      <details open={refused?.at === 'here'}>
        <summary>{t('evidence:form.here')}</summary>
        <Form
          action={evidencePath(statement)}
          id="cite-here"
          {...(refused?.at === 'here' && { state: refused.state })}
          labels={{ evidence: t('evidence:form.address') }}
        >
          <Hidden name="back" value={back} />
          <Field
            name="address"
            label={t('evidence:form.address')}
            hint={t('evidence:form.address_hint')}
            spellcheck={false}
          />
          <Quote hint={t('evidence:form.quote_hint')} />
          <div>
            <Button>{t('evidence:form.cite')}</Button>
          </div>
        </Form>
      </details>
      <details open={refused?.at === 'source'}>
        <summary>{t('evidence:form.source')}</summary>
        <NewSourceForm statement={statement} back={back} {...(refused && { refused })} />
      </details>
    </div>
  );
}

function NewSourceForm({ statement, back, refused }: EvidenceFormProps) {
  const { t, locale } = useLanguage();
  const fresh = freshForm({ locale, readOn: new Date().toISOString().slice(0, 10) });
  return (
    <Form
      action={`${evidencePath(statement)}/source`}
      id="cite-source"
      state={refused?.at === 'source' ? refused.state : fresh}
    >
      <Hidden name="back" value={back} />
      <Field name="title" label={t('evidence:source.title')} />
      <LanguageSelect label={t('evidence:source.locale')} />
      <Field name="publisher" label={t('evidence:source.publisher')} optional />
      <Field name="address" type="url" label={t('evidence:source.address')} optional spellcheck={false} />
      <Field
        name="published"
        label={t('evidence:source.published')}
        hint={t('evidence:source.published_hint')}
        optional
        width="short"
      />
      <Field name="readOn" type="date" label={t('evidence:source.read')} width="middle" />
      <Quote hint={t('evidence:form.quote_hand')} />
      <div>
        <Button>{t('evidence:form.cite_source')}</Button>
      </div>
    </Form>
  );
}

function Quote({ hint }: { hint: string }) {
  const { t } = useLanguage();
  return (
    <TextArea name="quote" label={t('evidence:form.quote')} hint={hint} max={QUOTE_LIMIT} rows={3} optional />
  );
}
