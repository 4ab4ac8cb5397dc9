// Nine places in a rectangle, by their names: shares of width and height from the upper left corner.

export const anchors = {
	'top-left': { x: 0, y: 0 },
	top: { x: 0.5, y: 0 },
	'top-right': { x: 1, y: 0 },
	left: { x: 0, y: 0.5 },
	centre: { x: 0.5, y: 0.5 },
	right: { x: 1, y: 0.5 },
	'bottom-left': { x: 0, y: 1 },
	bottom: { x: 0.5, y: 1 },
	'bottom-right': { x: 1, y: 1 },
} as const;

export type Anchor = keyof typeof anchors;
export const anchorNames = Object.keys(anchors) as readonly Anchor[];
