import { freshForm } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { Radios } from '../../ui/parts/radios';
import { SectionHead } from '../../ui/parts/section-head';
import { TRANSLATORS } from '../../translations/translation-paths';
import { OFFICES, type Officer } from './appointments.service';
import { editingPath, type RefusedForm } from '../editing/editing-frame';
import type { Partnership } from '../partnership.entity';

interface PeopleEditingProps {
  row: Partnership;
  officers: Officer[];
  refused?: RefusedForm;
}

/** Who organises and who edits. */
export function PeopleEditing({ row, officers, refused }: PeopleEditingProps) {
  const { t } = useLanguage();
  return (
    <>
      <section class="stack" aria-labelledby="officers">
        <SectionHead id="officers" title={t('partnerships:people.title')} flush>
          <Link path={TRANSLATORS}>{t('translations:people.title')}</Link>
        </SectionHead>
        <p class="soft">{t('partnerships:people.lead')}</p>
        <ul class="list">
          {officers.map((officer) => (
            <Item row={row} officer={officer} {...(refused && { refused })} />
          ))}
        </ul>
      </section>
      <Appoint row={row} {...(refused?.at === 'new' && { refused })} />
    </>
  );
}

function Item({ row, officer, refused }: { row: Partnership; officer: Officer; refused?: RefusedForm }) {
  const { t } = useLanguage();
  const { personId, name, email, office } = officer;
  const at = `${office}-${personId}`;
  return (
    <li class="form-row">
      <span class="stack stack-tight">
        <b>{name}</b>
        <span class="small soft">{email}</span>
      </span>
      <span>{t(`partnerships:people.${office}`)}</span>
      <Form
        action={`${editingPath(row.slug, 'people')}/${personId}/remove`}
        id={at}
        {...(refused?.at === at && { state: refused.state })}
      >
        <Hidden name="office" value={office} />
        <div>
          <Button kind="danger" label={t('partnerships:people.remove_named', { name })}>
            {t('partnerships:editing.remove')}
          </Button>
        </div>
      </Form>
    </li>
  );
}

function Appoint({ row, refused }: { row: Partnership; refused?: RefusedForm }) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="appoint">
      <SectionHead id="appoint" title={t('partnerships:people.new')} flush />
      <Form
        action={editingPath(row.slug, 'people')}
        id="add"
        state={refused?.state ?? freshForm({ office: 'editor' })}
      >
        <Field
          name="email"
          type="email"
          label={t('partnerships:people.email')}
          hint={t('partnerships:people.email_hint')}
          autocomplete="off"
        />
        <Radios
          name="office"
          label={t('partnerships:people.office')}
          options={OFFICES.map((office) => ({ value: office, label: t(`partnerships:people.${office}`) }))}
          across
        />
        <div>
          <Button>{t('partnerships:people.appoint')}</Button>
        </div>
      </Form>
    </section>
  );
}
