import { data } from './data';

/** Whether somebody calls this reader: by name, by one of her groups, or as one of those who keep order. */
export function callsMe(html: string): boolean {
  const keys = [data.person?.id, ...(data.groups ?? []), data.canKeep ? 'host' : undefined];
  return keys.some((key) => key && html.includes(`data-mention="${key}"`));
}
