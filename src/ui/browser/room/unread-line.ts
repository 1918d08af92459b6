/**
 * The line above the first unread post stays where it is when the page is loaded again: its place goes into the address,
 * where lists put it too. Whoever leaves and comes back by another link finds it where she has stopped by then.
 */
export function keepUnreadLine(): void {
  const line = document.getElementById('unread');
  const first = Number((line?.nextElementSibling as HTMLElement | null)?.dataset['number']);
  const address = new URL(location.href);
  if (!first || address.searchParams.has('since')) return;
  address.searchParams.set('since', String(first - 1));
  if (!['before', 'after', 'around'].some((name) => address.searchParams.has(name)))
    address.searchParams.set('around', String(first));
  history.replaceState(history.state, '', address);
}
