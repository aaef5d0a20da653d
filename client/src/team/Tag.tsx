import type { ComponentChildren } from 'preact';

const colours = {
  blue: 'nhsuk-tag--blue',
  green: 'nhsuk-tag--green',
  yellow: 'nhsuk-tag--yellow',
  orange: 'nhsuk-tag--orange',
  red: 'nhsuk-tag--red',
  grey: 'nhsuk-tag--grey',
};

export type TagColour = keyof typeof colours;

/** A state in a word or two; the colour only repeats what the word says. */
export const Tag = ({ colour, children }: { colour: TagColour; children: ComponentChildren }) => (
  <strong class={`nhsuk-tag ${colours[colour]}`}>{children}</strong>
);
