/** Catches slips only, before anything is sent; what an address is, the server decides. */
export const looksLikeEmail = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim());

export const isGiven = (text: string): boolean => text.trim() !== '';

/** The contract's lower bound for a new password. */
export const isLongEnough = (password: string): boolean => password.length >= 12;
