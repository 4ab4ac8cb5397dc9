// The keys that work everywhere on the page: Ctrl+Enter (⌘ Return) generates, Escape cancels.
import type { Act } from './act.ts';

/** Acts on a key before the element that has the focus sees it. */
export function pageKeys(event: KeyboardEvent, act: Act): void {
	if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
		event.preventDefault();
		event.stopPropagation();
		act.generate();
	}
	// An open list takes Escape for itself.
	if (event.key === 'Escape' && !(event.target as Element).closest?.('[open]:is(vscode-single-select)')) act.cancel();
}
