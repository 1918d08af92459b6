import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { Form } from '../../../ui/parts/form';
import { Hidden } from '../../../ui/parts/hidden';
import type { Direction } from '../asking/order';

interface MovesProps {
  /** Of the thing that moves, without `/move`. */
  action: string;
  /** Its code. */
  name: string;
  first: boolean;
  last: boolean;
}

/** Up and down, as far as there is room. */
export function Moves({ action, name, first, last }: MovesProps) {
  return (
    <>
      {!first && <Move action={action} name={name} direction="up" />}
      {!last && <Move action={action} name={name} direction="down" />}
    </>
  );
}

const ARROWS = { up: '↑', down: '↓' } as const;

function Move({ action, name, direction }: { action: string; name: string; direction: Direction }) {
  const { t } = useLanguage();
  return (
    <Form action={`${action}/move`} id={`${direction}-${action.split('/').at(-1)}`} class="inline-form">
      <Hidden name="direction" value={direction} />
      <Button small label={t(`comparisons:structure.${direction}_named`, { name })}>
        {ARROWS[direction]}
      </Button>
    </Form>
  );
}
