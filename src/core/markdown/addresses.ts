/** Only the web, mail, places of the page and the hub's own pages: nothing that runs. */
export const isSafeAddress = (address: string): boolean =>
  /^(https?:|mailto:|#|\/(?!\/))/i.test(address.trim());
