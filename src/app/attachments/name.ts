/** A file name for people: no path, no control characters, at most 120 characters. */
export const safeName = (name: string): string =>
  [...(name.split(/[\\/]/).at(-1) ?? '').normalize('NFC')]
    .filter((c) => c.codePointAt(0)! >= 32 && !/[\u007F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF]/u.test(c))
    .slice(0, 120)
    .join('') || 'file';
