import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import type { PracticeView } from '../case/case.schema';
import { practicePath } from '../practice-paths';

/** How many readers said that it is useful for them, and saying so oneself: apart from the rating. */
export function Useful({ view: { useful, can, slug, publishedAt } }: { view: PracticeView }) {
  const { t } = useLanguage();
  if (!publishedAt) return null;
  return (
    <section class="stack stack-tight no-print" aria-labelledby="useful">
      <h2 id="useful" class="small soft">
        {t('practices:useful.title')}
      </h2>
      {useful.count > 0 && <p>{t('practices:useful.readers', { count: useful.count })}</p>}
      {can.thank ? (
        <Form action={`${practicePath(slug)}/useful`} id="say-useful">
          <Hidden name="useful" value={useful.own ? 'no' : 'yes'} />
          <div>
            <Button small pressed={useful.own}>
              {t('practices:useful.say')}
            </Button>
          </div>
        </Form>
      ) : (
        <SignIn />
      )}
    </section>
  );
}

function SignIn() {
  const { t } = useLanguage();
  return (
    <p class="small">
      <Link path="/sign-in">{t('practices:useful.sign_in')}</Link>
    </p>
  );
}
