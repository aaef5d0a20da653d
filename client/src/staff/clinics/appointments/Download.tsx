import { useEffect, useMemo } from 'preact/hooks';

interface Props {
  text: string;
  name: string;
  children: string;
}

/** A file of comma-separated values that was made in the page, to save. */
export function Download({ text, name, children }: Props) {
  const url = useMemo(() => URL.createObjectURL(new Blob([text], { type: 'text/csv' })), [text]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <a class="fd-link" href={url} download={name}>
      {children}
    </a>
  );
}
