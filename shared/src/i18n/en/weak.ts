/** What people in a call read of weak connections, and of saving data. */
export const weak = {
  mine: {
    both: 'Your connection is weak. We turned off pictures so that you can keep talking.',
    sends: 'Your connection is weak. We stopped your picture so that you can keep talking.',
    receives: 'Your connection is weak. We stopped the picture you see so that you can keep talking.',
    slow: 'Your connection is weak. Pictures are small and slow.',
    saving: 'You are saving data. Pictures are small and slow.',
  },
  theirs: {
    both: 'The connection of {{name}} is weak. We turned off pictures so that you can keep talking.',
    sends: 'The connection of {{name}} is weak. Their picture stands still. You can keep talking.',
    receives: 'The connection of {{name}} is weak. They do not see you at the moment. You can keep talking.',
    slow: 'The connection of {{name}} is weak. Pictures are small and slow.',
    saving: '{{name}} is saving data. Pictures are small and slow.',
  },
  back: 'The connection is better. Pictures are back.',
  still: {
    mine: 'The picture stands still: your connection is weak.',
    theirs: 'The picture stands still: their connection is weak.',
  },
  button: {
    save: 'Save data',
    full: 'Full picture',
  },
  mark: 'Weak connection',
} as const;
