import type { FormState } from '../../core/http/form';
import { freshForm } from '../../core/http/form';
import type { OrganisationName } from '../../directory/organisations.service';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { Form } from '../../ui/parts/form';
import { Tag } from '../../ui/parts/marks';
import { Radios } from '../../ui/parts/radios';
import { OrganisationNames } from '../organisation-names';
import type { PlatformView } from '../platform.schema';

interface OrganisationsProps {
  platform: PlatformView;
  organisations: OrganisationName[];
  form?: FormState;
}

/** Who founded the platform, one by one, so that two who change the list at once do not undo each other. */
export function OrganisationsForm({ platform, organisations, form }: OrganisationsProps) {
  const { t } = useLanguage();
  const { slug, conveners } = platform;
  const founders = [...conveners, ...platform.organisations];
  return (
    <div class="stack stack-wide">
      {founders.length === 0 && <p class="soft">{t('platforms:edit.no_organisations')}</p>}
      <ul class="list list-close">
        {founders.map((organisation) => (
          <li>
            <div class="row row-center">
              <span>
                <OrganisationNames organisations={[organisation]} />
              </span>
              {conveners.includes(organisation) && <Tag>{t('platforms:members.convener')}</Tag>}
              <Form
                action={`/platforms/${slug}/organisations/${organisation.id}/drop`}
                id={`drop-${organisation.id}`}
                class="row"
              >
                <Button kind="plain" small label={t('platforms:edit.drop_name', { name: organisation.name })}>
                  {t('platforms:edit.drop')}
                </Button>
              </Form>
            </div>
          </li>
        ))}
      </ul>
      <Form
        action={`/platforms/${slug}/organisations`}
        id="organisation"
        state={form ?? freshForm({ role: 'partner' })}
      >
        <Choice
          name="organisationId"
          label={t('platforms:seat.organisation')}
          empty={t('platforms:seat.choose')}
          options={organisations.map(({ id, name, lang, city }) => ({
            value: id,
            label: city ? `${name}, ${city}` : name,
            lang,
          }))}
        />
        <Radios
          name="role"
          label={t('platforms:field.role')}
          options={[
            { value: 'convener', label: t('platforms:members.convener') },
            { value: 'partner', label: t('platforms:members.partner') },
          ]}
          across
        />
        <div class="row row-center">
          <Button>{t('platforms:edit.add')}</Button>
        </div>
      </Form>
    </div>
  );
}
