// What platforms ask for: each file's name, its sizes, and how the picture stands in it.

export interface Icon {
	readonly file: string;
	/** One size; several in an .ico. */
	readonly sizes: readonly { readonly width: number; readonly height: number }[];
	/** The share of the shorter side that the picture fills. */
	readonly fills: number;
	/** Whether it stands on the set's background rather than on transparency. */
	readonly solid: boolean;
}

export interface Kind {
	readonly summary: string;
	readonly icons: readonly Icon[];
	/** Lists that belong to the pictures. */
	readonly texts: readonly { readonly file: string; readonly text: string }[];
}

const square = (side: number) => ({ width: side, height: side });
const clear = (file: string, ...sides: number[]): Icon => ({ file, sizes: sides.map(square), fills: 1, solid: false });
const solid = (file: string, side: number, fills: number): Icon => ({
	file,
	sizes: [square(side)],
	fills,
	solid: true,
});
const json = (value: unknown): string => `${JSON.stringify(value, undefined, '\t')}\n`;

export const kinds = {
	web: {
		summary: 'favicon.ico, a touch icon, icons of a web app, one that may be masked, and their manifest',
		icons: [
			clear('favicon.ico', 16, 32, 48),
			// Apple paints transparency black.
			solid('apple-touch-icon.png', 180, 0.8),
			clear('icon-192.png', 192),
			clear('icon-512.png', 512),
			// A mask may take all but a circle of 80 % of the side; a square that fits into it has 56 %.
			solid('icon-maskable-512.png', 512, 0.56),
		],
		texts: [
			{
				file: 'icons.webmanifest',
				text: json({
					icons: [
						{ src: 'icon-192.png', type: 'image/png', sizes: '192x192' },
						{ src: 'icon-512.png', type: 'image/png', sizes: '512x512' },
						{ src: 'icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
					],
				}),
			},
		],
	},
	'open-graph': {
		summary: 'a card of 1200 x 630 for links that are shared',
		icons: [{ file: 'og.png', sizes: [{ width: 1200, height: 630 }], fills: 0.7, solid: true }],
		texts: [],
	},
	ios: {
		summary: 'the one icon of 1024 that Xcode cuts all others from',
		icons: [solid('AppIcon.appiconset/icon-1024.png', 1024, 0.8)],
		texts: [
			{
				file: 'AppIcon.appiconset/Contents.json',
				text: json({
					images: [{ filename: 'icon-1024.png', idiom: 'universal', platform: 'ios', size: '1024x1024' }],
					info: { author: 'limn', version: 1 },
				}),
			},
		],
	},
	android: {
		summary: 'launcher icons in five densities, and the foreground of an adaptive one',
		icons: [
			...(
				[
					['mdpi', 48],
					['hdpi', 72],
					['xhdpi', 96],
					['xxhdpi', 144],
					['xxxhdpi', 192],
				] as const
			).map(([density, side]) => clear(`mipmap-${density}/ic_launcher.png`, side)),
			// Of 108 units, a circle of 66 is never cut; a square in it has 46.
			{ file: 'mipmap-xxxhdpi/ic_launcher_foreground.png', sizes: [square(432)], fills: 46 / 108, solid: false },
		],
		texts: [],
	},
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly KindName[];
