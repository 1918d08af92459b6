import type { FormState } from '../../core/http/form';
import type { Key } from '../../core/i18n/keys';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice } from '../../ui/parts/choice';
import { EmptyState } from '../../ui/parts/empty-state';
import { Field } from '../../ui/parts/field';
import { Form } from '../../ui/parts/form';
import { Tag } from '../../ui/parts/marks';
import { Notice } from '../../ui/parts/notice';
import { Radios } from '../../ui/parts/radios';
import { SectionHead } from '../../ui/parts/section-head';
import { Time } from '../../ui/parts/time';
import { SettingsFrame } from '../settings-frame';
import { SCOPES } from './api-token.entity';
import { LIVES, type TokenView } from './api-token.schema';

export interface TokensPageProps {
  tokens: TokenView[];
  form: FormState;
  /** Of the token that was made just now. */
  secret?: string;
}

const SCOPE: Record<TokenView['scope'], Key> = {
  read: 'accounts:tokens.scope.read',
  write: 'accounts:tokens.scope.write',
};

const SCOPE_HINT: Record<TokenView['scope'], Key> = {
  read: 'accounts:tokens.scope.read_hint',
  write: 'accounts:tokens.scope.write_hint',
};

export function TokensPage({ tokens, form, secret }: TokensPageProps) {
  const { t } = useLanguage();
  return (
    <SettingsFrame current="tokens">
      <div class="section no-line stack narrow">
        <p>{t('accounts:tokens.lead')}</p>
        {secret && <MadeToken secret={secret} />}
        {tokens.length === 0 && <EmptyState title={t('accounts:tokens.empty')} />}
        <ul class="list">
          {tokens.map((token) => (
            <TokenRow {...token} />
          ))}
        </ul>
      </div>
      <section class="section" aria-labelledby="new-token-title">
        <SectionHead id="new-token-title" title={t('accounts:tokens.new')} />
        <NewTokenForm form={form} />
      </section>
    </SettingsFrame>
  );
}

function MadeToken({ secret }: { secret: string }) {
  const { t } = useLanguage();
  return (
    <Notice title={t('accounts:tokens.made')} role="status">
      <p>
        <code class="secret">{secret}</code>
      </p>
      <p class="small">{t('accounts:tokens.once')}</p>
    </Notice>
  );
}

function TokenRow({ id, name, scope, createdAt, lastUsedAt, expiresAt }: TokenView) {
  const { t } = useLanguage();
  const expired = expiresAt !== null && new Date(expiresAt) < new Date();
  return (
    <li>
      <Form action={`/settings/tokens/${id}/revoke`} id={`revoke-${id}`} class="with-action">
        <div>
          <p>
            <b>{name}</b> <Tag>{t(SCOPE[scope])}</Tag> {expired && <Tag>{t('accounts:tokens.expired')}</Tag>}
          </p>
          <p class="small soft dots">
            <span>
              {t('accounts:tokens.made_at')} <Time value={createdAt} as="date" />
            </span>
            <span>
              {lastUsedAt ? t('accounts:tokens.used_at') : t('accounts:tokens.unused')}{' '}
              {lastUsedAt && <Time value={lastUsedAt} as="ago" />}
            </span>
            <span>
              {expiresAt ? t('accounts:tokens.until') : t('accounts:tokens.no_end')}{' '}
              {expiresAt && <Time value={expiresAt} as="date" />}
            </span>
          </p>
        </div>
        <Button small kind="danger" label={t('accounts:tokens.revoke_named', { name })}>
          {t('accounts:tokens.revoke')}
        </Button>
      </Form>
    </li>
  );
}

function NewTokenForm({ form }: { form: FormState }) {
  const language = useLanguage();
  const { t } = language;
  const lives = LIVES.map((days) => ({
    value: days,
    label: days === '' ? t('accounts:tokens.no_end') : t('accounts:tokens.days', { count: Number(days) }),
  }));
  return (
    <Form action="/settings/tokens" state={form} id="new-token">
      <Field name="name" label={t('accounts:tokens.name')} hint={t('accounts:tokens.name_hint')} />
      <Radios
        name="scope"
        label={t('accounts:tokens.scope.label')}
        options={SCOPES.map((scope) => ({
          value: scope,
          label: t(SCOPE[scope]),
          hint: t(SCOPE_HINT[scope]),
        }))}
      />
      <Choice name="days" label={t('accounts:tokens.life')} options={lives} />
      <p>
        <Button kind="main">{t('accounts:tokens.submit')}</Button>
      </p>
    </Form>
  );
}
