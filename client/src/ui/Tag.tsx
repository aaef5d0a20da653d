export type TagColour = 'blue' | 'green' | 'yellow' | 'orange' | 'red' | 'grey';

/** A state in a word or two; the colour only repeats what the word says. */
export const Tag = ({ colour, children }: { colour: TagColour; children: string }) => (
  <strong class={`nhsuk-tag nhsuk-tag--${colour}`}>{children}</strong>
);
