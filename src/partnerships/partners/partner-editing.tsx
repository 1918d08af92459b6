import { OrganisationLink } from '../../directory/organisation';
import type { OrganisationName } from '../../directory/organisations.service';
import { freshForm } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import { editingPath, type RefusedForm } from '../editing/editing-frame';
import { PARTNER_ROLES } from './partner.entity';
import type { Partnership } from '../partnership.entity';
import type { PartnerView } from '../partnership.view';

interface PartnerEditingProps {
  row: Partnership;
  partners: PartnerView[];
  /** Organisations that do not take part yet. */
  choices: OrganisationName[];
  refused?: RefusedForm;
}

export function PartnerEditing({ row, partners, choices, refused }: PartnerEditingProps) {
  const { t } = useLanguage();
  return (
    <>
      <section aria-labelledby="who">
        <SectionHead id="who" title={t('partnerships:partner.title')} />
        {partners.length === 0 && <p class="soft">{t('partnerships:partners.none')}</p>}
        <ul class="list">
          {partners.map((partner) => (
            <Item row={row} partner={partner} {...(refused && { refused })} />
          ))}
        </ul>
      </section>
      <NewPartner row={row} choices={choices} {...(refused?.at === 'new' && { refused })} />
    </>
  );
}

function useRoles() {
  const { t } = useLanguage();
  return PARTNER_ROLES.map((role) => ({ value: role, label: t(`partnerships:role.${role}`) }));
}

function Item({ row, partner, refused }: { row: Partnership; partner: PartnerView; refused?: RefusedForm }) {
  const { t } = useLanguage();
  const { organisation, role } = partner;
  const { id, name } = organisation;
  const action = `${editingPath(row.slug, 'partners')}/${id}`;
  return (
    <li class="form-row" id={`partner-${id}`}>
      <span class="item-title">
        <OrganisationLink organisation={organisation} />
      </span>
      <Form
        action={`${action}/role`}
        id={`role-${id}`}
        class="row row-end"
        state={refused?.at === id ? refused.state : freshForm({ role })}
      >
        <Choice name="role" label={t('partnerships:partners.role')} options={useRoles()} />
        <Button label={t('partnerships:partner.change_of', { name })}>
          {t('partnerships:partner.change')}
        </Button>
      </Form>
      <Form action={`${action}/remove`} id={`remove-${id}`}>
        <Button kind="danger" label={t('partnerships:partner.remove_of', { name })}>
          {t('partnerships:editing.remove')}
        </Button>
      </Form>
    </li>
  );
}

function NewPartner({ row, choices, refused }: Omit<PartnerEditingProps, 'partners'>) {
  const { t } = useLanguage();
  const options = choices.map(({ id, name, lang }) => ({ value: id, label: name, lang }));
  return (
    <section aria-labelledby="new-partner">
      <SectionHead id="new-partner" title={t('partnerships:partner.new')} />
      <Form
        action={editingPath(row.slug, 'partners')}
        id="add"
        state={refused?.state ?? freshForm({ role: 'partner' })}
      >
        <Choice
          name="organisationId"
          label={t('partnerships:partner.organisation')}
          hint={<Link path="/organisations/new">{t('partnerships:partner.unlisted')}</Link>}
          empty={t('partnerships:partner.choose')}
          options={options}
        />
        <Choice name="role" label={t('partnerships:partners.role')} options={useRoles()} />
        <div>
          <Button>{t('partnerships:partner.add')}</Button>
        </div>
      </Form>
    </section>
  );
}
