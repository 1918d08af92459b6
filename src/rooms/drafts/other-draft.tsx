import { useLanguage } from '../../ui/language';
import { Notice } from '../../ui/parts/notice';

/** What another device kept meanwhile, for the script to fill: one chooses, and nothing is lost. */
export function OtherDraft() {
  const { t } = useLanguage();
  return (
    <div class="other-draft" role="status" data-slot="other-draft" hidden>
      <Notice kind="amber" title={t('rooms:draft.other')}>
        <p data-slot="other-title" hidden />
        <p class="merge-text" data-slot="other-text" />
        <p class="row">
          {(['both', 'other', 'mine'] as const).map((choice) => (
            <button type="button" class="button button-small" data-choose={choice}>
              {t(`rooms:draft.${choice}_choice`)}
            </button>
          ))}
        </p>
      </Notice>
    </div>
  );
}
