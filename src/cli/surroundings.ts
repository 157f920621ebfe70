/** Where the product stands: its root, a writable cache, and the script that started it. */
export type Surroundings = { root: string; cache: string; self: string };
