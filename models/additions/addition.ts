// What a recipe adds to a network: something written into its graph, and what that is fed with in every run.
import type { Feeds, Part, Run } from '../family.ts';
import type { GraphChange } from '../graph/change.ts';

export interface Addition {
	readonly change: GraphChange;
	/** What the changed graph takes besides `given`; `run` runs other networks. */
	feeds(given: Feeds, run: Run): Promise<Feeds>;
}

/** An addition that needs no more than `feeds`. */
export const constantly = (change: GraphChange, feeds: Feeds): Addition => ({ change, feeds: async () => feeds });

/** A network with what is added to it. */
export interface Grown {
	readonly part: Part;
	readonly additions: readonly Addition[];
}

/** The network with all additions written into its graph, the first one nearest to the graph. */
export const grown = (part: Part, additions: readonly Addition[]): Grown => ({
	part: part.changed(additions.map(({ change }) => change)),
	additions,
});

/** `run` for those who do not know what was added: each network of `parts`, by its own key, runs as it has grown. */
export function through(parts: ReadonlyMap<string, Grown>, run: Run): Run {
	return async (part, feeds) => {
		const found = parts.get(part.key);
		if (!found) return await run(part, feeds);
		let all = feeds;
		for (const addition of found.additions) all = { ...all, ...(await addition.feeds(feeds, run)) };
		return await run(found.part, all);
	};
}
