import type { TextSubject } from '../../core/texts/text-titles.service';
import { useLanguage, useReading } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { PATHS } from '../../ui/paths';

interface FollowButtonProps {
  subject: TextSubject;
  /** A country or a dimension of it; absent for the whole. */
  part?: string;
  followed: boolean;
  /** What is meant, where several of these stand on one page. */
  of?: string;
  /** It is also seen what is meant. */
  said?: boolean;
}

/** Begins or ends to follow something; comes back to the page that it stands on. */
export function FollowButton({ subject: { kind, id }, part = '', followed, of, said }: FollowButtonProps) {
  const { t } = useLanguage();
  const { person, path } = useReading();
  const act = t(followed ? 'notifications:follow.stop' : 'notifications:follow.begin');
  const whole = of ? `${act}: ${of}` : act;
  const words = said ? whole : act;
  if (!person)
    return (
      <ButtonLink path={`${PATHS.signIn}?next=${encodeURIComponent(path)}`} small>
        {words}
      </ButtonLink>
    );
  return (
    <Form action={PATHS.following} id={`follow-${id}${part && `-${part}`}`} class="follow">
      {Object.entries({ kind, id, part, follow: followed ? 'no' : 'yes', back: path }).map(
        ([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ),
      )}
      <Button small label={whole}>
        {words}
      </Button>
    </Form>
  );
}
