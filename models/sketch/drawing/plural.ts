/** English plurals of the vocabulary's nouns; those that are irregular are written beside their noun. */

/** Gives the regular plural of a noun, of the last word in a compound. */
export function plural(noun: string): string {
	if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
	if (/(s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
	return `${noun}s`;
}
