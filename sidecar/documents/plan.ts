// Which pictures of documents are to be made: those that are not there and may be.
import { Recipe } from '../protocol/recipe.ts';
import { isLocalPicture, type Language, type Reference } from './reference.ts';
import { wordsOf } from './words.ts';

/** A picture to make. */
export interface Missing<Place> extends Reference {
	/** Where it must lie. */
	readonly file: Place;
	readonly document: Place;
	/** The words to draw. */
	readonly words: string;
}

export interface PassedOver<Place> {
	readonly link: string;
	readonly document: Place;
	readonly why: string;
}

export interface Plan<Place> {
	readonly missing: readonly Missing<Place>[];
	/** Pictures that are not there either, and why they are left alone. */
	readonly passedOver: readonly PassedOver<Place>[];
}

/** What planning needs of a file system; a place is a path on a disk, or a URI in an editor. */
export interface Files<Place> {
	/** The file that a path in a document names. */
	at(document: Place, path: string): Place;
	/** The same text for the same file. */
	keyOf(file: Place): string;
	exists(file: Place): Promise<boolean>;
	/** Why no file can be made there; undefined where one can be. */
	reasonToLeave(file: Place): Promise<string | undefined>;
}

export interface Page<Place> {
	readonly document: Place;
	readonly language: Language;
	readonly text: string;
}

/** Looks through documents, one after the other. A file that several references name is made once, as the first asks. */
export async function planFor<Place>(
	pages: AsyncIterable<Page<Place>> | Iterable<Page<Place>>,
	files: Files<Place>,
): Promise<Plan<Place>> {
	const missing = new Map<string, Missing<Place>>();
	const passedOver: PassedOver<Place>[] = [];
	for await (const { document, language, text } of pages) {
		for (const reference of language.find(text).filter(isLocalPicture)) {
			const file = files.at(document, reference.path);
			if (missing.has(files.keyOf(file)) || (await files.exists(file))) continue;
			const words = wordsOf(reference);
			const why = reasonInText(reference.path, words) ?? (await files.reasonToLeave(file));
			if (why === undefined) missing.set(files.keyOf(file), { ...reference, file, document, words });
			else passedOver.push({ link: reference.path, document, why });
		}
	}
	return { missing: [...missing.values()], passedOver };
}

function reasonInText(path: string, words: string): string | undefined {
	if (/[\\\p{Cc}]/u.test(path)) return 'its path has a backslash or a control character';
	if (/(^|\/)\.git(\/|$)/i.test(path)) return 'it lies in git’s own folder';
	if (words.trim() === '') return 'nothing says what it shows';
	return Recipe.shape.prompt.safeParse(words).success ? undefined : 'its alternative text is too long to draw from';
}
