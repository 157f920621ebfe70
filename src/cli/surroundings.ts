/**
 * Where the product stands: its root, a writable cache, and the script that started it, which also loads modules that are found while it runs – the
 * bundle cannot: V8 forgets how a script imports when it is run from kept machine code (bin/program.mjs).
 */
export type Surroundings = { root: string; cache: string; self: string; load(url: string): Promise<unknown> };
