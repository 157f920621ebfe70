/** Why a job failed, as it is shown to those who look after the product: never an address, a telephone or an identity number. */
const longest = 300;

export function reasonOf(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const said = typeof message === 'string' ? message : String(error);
  return masked(typeof code === 'string' && !said.includes(code) ? `${code}: ${said}` : said);
}

export const masked = (text: string): string =>
  text
    .replace(/[^\s<>"'@,;:]+@[^\s<>"',;:]+/g, '…@…')
    .replace(/\d{7,}[\dXx]?/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, longest);
