import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Tag } from '../../ui/parts/marks';
import { Time } from '../../ui/parts/time';
import { PATHS } from '../../ui/paths';
import { SettingsFrame } from '../settings-frame';
import { browserName } from './browser-name';
import type { SessionView } from './session.schema';

export function SessionsPage({ sessions }: { sessions: SessionView[] }) {
  const { t } = useLanguage();
  return (
    <SettingsFrame current="sessions">
      <div class="section no-line stack narrow">
        <p>{t('accounts:sessions.lead')}</p>
        <ul class="list">
          {sessions.map((session) => (
            <SessionRow {...session} />
          ))}
        </ul>
        {sessions.length > 1 && (
          <Form action={`${PATHS.sessions}/end-others`} id="end-others">
            <p>
              <Button kind="danger">{t('accounts:sessions.end_others')}</Button>
            </p>
          </Form>
        )}
      </div>
    </SettingsFrame>
  );
}

function SessionRow({ id, agent, since, current }: SessionView) {
  const { t } = useLanguage();
  const name = browserName(agent) ?? t('accounts:sessions.unknown');
  return (
    <li>
      <Form action={`${PATHS.sessions}/${id}/end`} id={`end-${id}`} class="with-action">
        <div>
          <p>
            <b>{name}</b> {current && <Tag>{t('accounts:sessions.current')}</Tag>}
          </p>
          <p class="small soft">
            {t('accounts:sessions.since')} {since && <Time value={since} />}
          </p>
        </div>
        <Button small label={t('accounts:sessions.end_named', { name })}>
          {t('accounts:sessions.end')}
        </Button>
      </Form>
    </li>
  );
}
