/** As much of a number or an address as staff need to see that it is the right one. */
export function masked(recipient: string): string {
  const [name, domain] = recipient.split('@');
  return domain === undefined ? `…${recipient.slice(-3)}` : `${name?.slice(0, 1)}…@${domain}`;
}
