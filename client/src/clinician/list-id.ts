/** Of the waiting list beside or below a call. */
export const listId = 'waiting-list';
