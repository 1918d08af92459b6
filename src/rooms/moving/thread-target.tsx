import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Choice, type Option } from '../../ui/parts/choice';
import { Field } from '../../ui/parts/field';
import { useField } from '../../ui/parts/form-context';
import { Hidden } from '../../ui/parts/hidden';
import { Radios } from '../../ui/parts/radios';

interface ThreadTargetProps {
  label: string;
  /** Words of no choice: what happens then; without them one must be chosen. */
  none?: string;
  /** Threads of the room, or what was found. */
  threads: Option[];
}

/** Chooses a thread: of the same room from a list, of any other by words of its title or its address. */
export function ThreadTarget({ label, none, threads }: ThreadTargetProps) {
  const { t } = useLanguage();
  const searched = useField('words').value !== '';
  const optional = none !== undefined;
  const nothing = { value: '', label: none ?? '' };
  return (
    <>
      <div class="search-words">
        <Field
          name="words"
          type="search"
          label={t('rooms:target.words')}
          hint={t('rooms:target.hint')}
          optional
        />
        <Button name="find" value="yes">
          {t('rooms:target.find')}
        </Button>
      </div>
      {searched && threads.length > 0 && (
        <Radios
          name="threadId"
          label={label}
          options={optional ? [nothing, ...threads] : threads}
          optional={optional}
        />
      )}
      {!searched && threads.length > 0 && (
        <Choice
          name="threadId"
          label={label}
          hint={t('rooms:target.near')}
          empty={none ?? t('rooms:merge.choose')}
          options={threads}
          optional={optional}
        />
      )}
      <Hidden name="confirmed" />
    </>
  );
}
