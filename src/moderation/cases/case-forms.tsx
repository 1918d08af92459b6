import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage, useReading } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { TextArea } from '../../ui/parts/text-area';
import { casePath } from '../moderation-paths';
import type { CasePageProps, RefusedAt } from './case-props';
import { NOTE_LIMIT } from './case.schema';

/** As it was typed when it was refused; what changed meanwhile is said above, so that the next try is of what stands now. */
export function formAt(
  { refused }: Pick<CasePageProps, 'refused'>,
  at: RefusedAt,
  values: Record<string, string> = {},
): FormState {
  if (refused?.at !== at) return freshForm(values);
  const { form } = refused;
  return form.refusal?.status === 409 ? freshForm({ ...values, ...form.values }) : form;
}

/** Says that somebody is at it. */
export function TakeOn(props: CasePageProps) {
  const { t } = useLanguage();
  const { person } = useReading();
  const { matter } = props;
  if (matter.state === 'decided' || (matter.assigneeId === person?.id && matter.state !== 'open'))
    return null;
  return (
    <Form action={`${casePath(matter.id)}/take`} state={formAt(props, 'take')} id="take">
      <Hidden name="revision" value={matter.revision} />
      <div>
        <Button>{t('moderation:case.take')}</Button>
      </div>
    </Form>
  );
}

export function Assign(props: CasePageProps) {
  const { t } = useLanguage();
  const { matter, keepers } = props;
  if (matter.state === 'decided' || keepers.length === 0) return null;
  const state = formAt(props, 'assign', { personId: matter.assigneeId ?? '' });
  return (
    <Form action={`${casePath(matter.id)}/assign`} state={state} id="assign">
      <Hidden name="revision" value={matter.revision} />
      <Choice
        name="personId"
        label={t('moderation:case.hand_to')}
        options={keepers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div>
        <Button>{t('moderation:case.hand')}</Button>
      </div>
    </Form>
  );
}

export function NoteForm(props: CasePageProps) {
  const { t, locale } = useLanguage();
  return (
    <Form action={`${casePath(props.matter.id)}/notes`} state={formAt(props, 'note', { locale })} id="note">
      <Hidden name="locale" value={locale} />
      <TextArea name="body" label={t('moderation:case.note')} max={NOTE_LIMIT} rows={3} />
      <div>
        <Button>{t('moderation:case.add_note')}</Button>
      </div>
    </Form>
  );
}
