// XMP: says that a picture was made by a trained algorithm (IPTC), and carries Limn's recipe as text.

const sources = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/** How a picture came to be, in IPTC's vocabulary: from words alone, or with another picture as its start. */
export type DigitalSource = 'trainedAlgorithmicMedia' | 'compositeWithTrainedAlgorithmicMedia';

/** The packet's text. `recipe` is the JSON of `stamp.ts`. */
export function xmpPacket(source: DigitalSource, recipe: string): string {
	return [
		'<x:xmpmeta xmlns:x="adobe:ns:meta/">',
		'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
		'<rdf:Description rdf:about=""',
		' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
		' xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
		' xmlns:limn="urn:limn:recipe:1"',
		` Iptc4xmpExt:DigitalSourceType="${sources}${source}"`,
		' xmp:CreatorTool="Limn">',
		`<limn:recipe>${escapeXml(recipe)}</limn:recipe>`,
		'</rdf:Description>',
		'</rdf:RDF>',
		'</x:xmpmeta>',
	].join('\n');
}

/** The recipe's JSON inside a packet of ours. */
export function recipeOfXmp(packet: string): string | undefined {
	const found = /<limn:recipe>([^<]*)<\/limn:recipe>/.exec(packet)?.[1];
	return found === undefined ? undefined : unescapeXml(found);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** JSON holds no control characters but escaped ones, so that only XML's own signs need care. */
function escapeXml(text: string): string {
	return text.replace(/[&<>"]/g, sign => entities[sign]);
}

function unescapeXml(text: string): string {
	const signs = Object.fromEntries(Object.entries(entities).map(([sign, entity]) => [entity, sign]));
	return text.replace(/&(?:amp|lt|gt|quot);/g, entity => signs[entity]);
}
