/** How somebody gets into a consultation: by a link, or signed in as one of the practice's clinicians. */
export type Door = { by: 'link'; secret: string } | { by: 'staff'; consultationId: string };

/**
 * The door an address stands for: `/v#SECRET`, `/c#SECRET` or `/c/ID`; null when it names none. The secret stays in
 * the fragment, so that a reload still finds it, and no server sees it.
 */
export function doorOf(address: { pathname: string; hash: string }): Door | null {
  const secret = address.hash.slice(1);
  if (secret !== '') return { by: 'link', secret };
  const consultationId = /^\/c\/([^/]+)\/?$/.exec(address.pathname)?.[1];
  return consultationId === undefined ? null : { by: 'staff', consultationId };
}
