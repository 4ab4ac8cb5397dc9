// The folder of the checkout.
import path from 'node:path';

/** The folder of the checkout, absolute. */
export const root = path.resolve(import.meta.dirname, '../..');
