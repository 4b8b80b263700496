/** Lower-case words joined by hyphens, at most 60 characters: too little room for a sentence about a person, as codes are open. */
export const isCode = (text: string): boolean => text.length <= 60 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
