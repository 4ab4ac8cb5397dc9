// What a person can do on the page; the pieces call it, main.ts does it.
import type { Draft } from './draft.ts';
import type { FromStudio } from './protocol.ts';

export interface Act {
	/** Puts other words or numbers into the form. */
	edit(draft: Draft): void;
	/** Asks the host; `generate` and `cancel` have acts of their own. */
	send(message: Exclude<FromStudio, { type: 'generate' | 'cancel' }>): void;
	generate(): void;
	cancel(): void;
	/** Shows a picture on the stage. */
	select(picture: string): void;
	/** Shows the running job on the stage again. */
	watch(): void;
	/** Opens or closes a part of the form. */
	open(part: 'settingsOpen' | 'advancedOpen', open: boolean): void;
	/** Closes the failure. */
	dismiss(): void;
}
