import { useField } from './form-context';

/** Sent along and not shown; without `value` it repeats what the form already had. */
export function Hidden({ name, value }: { name: string; value?: string | number }) {
  const known = useField(name).value;
  return <input type="hidden" name={name} value={value ?? known} />;
}
