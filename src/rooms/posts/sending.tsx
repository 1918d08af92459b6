import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';

/** How a post under way stands: the script puts it into the post and shows the part that holds. */
export function SendingTemplate() {
  const { t } = useLanguage();
  return (
    <template id="sending-template">
      <p class="row small" data-slot="sending">
        <span class="soft" data-state="sending">
          {t('rooms:outbox.sending')}
        </span>
        <span class="soft" data-state="waiting">
          {t('rooms:outbox.waiting')}
        </span>
        <span class="soft" data-state="paced">
          {t('rooms:outbox.paced')}
        </span>
        <strong class="error" data-state="failed">
          {t('rooms:outbox.failed')}
        </strong>
        <span data-state="failed paced" data-slot="reason" />
        <span data-state="failed waiting paced">{t('rooms:outbox.kept')}</span>
        <span class="row" data-state="failed waiting paced">
          <Button type="button" kind="plain" data-action="retry">
            {t('rooms:outbox.retry')}
          </Button>
          <Button type="button" kind="plain" data-action="discard">
            {t('rooms:outbox.delete')}
          </Button>
        </span>
      </p>
    </template>
  );
}
