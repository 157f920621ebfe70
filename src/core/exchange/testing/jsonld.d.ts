/** What the tests use of jsonld, which brings no types of its own. */
declare module 'jsonld' {
  const jsonld: { expand(document: object, options: { documentLoader(url: string): Promise<never>; safe: boolean }): Promise<object[]> };
  export default jsonld;
}
