/** An environment variable that cannot be meant; said by its name, never with its value, which may hold a password. */
export class WrongSetting extends Error {
  override name = 'WrongSetting';
  constructor(
    readonly setting: string,
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${setting}: ${en}`);
  }
}
