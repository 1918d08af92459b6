import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Starting leaves behind as much as the hub needs to run, and V8 would let it lie until there is five times as much:
 * it measures how far the memory may grow by what was left after its last sweep. So this is the first one.
 */
export function sweep(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
}
