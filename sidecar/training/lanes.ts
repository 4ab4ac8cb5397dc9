/** Does some work for every entry of a list, a few side by side, so that every core rasterises. */
export async function inLanes<T, R>(list: readonly T[], work: (entry: T) => Promise<R>): Promise<R[]> {
	const results = new Array<R>(list.length);
	let next = 0;
	const lane = async () => {
		for (let index = next++; index < list.length; index = next++) results[index] = await work(list[index] as T);
	};
	await Promise.all(Array.from({ length: 4 }, lane));
	return results;
}
