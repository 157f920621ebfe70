/** How a person wants to be told. Until she chooses: in the product, and by short message to the telephone her sign-in gave. An address counts when its code came back. */
import { createHash, randomInt } from 'node:crypto';
import type { Person } from '../ports/identity';
import type { ToldChoice } from '../ports/messages';
import type { Product } from '../product';

const codeMinutes = 30;
const codeTries = 5;
/** One before the at sign, a domain after it, no blanks; whether it takes mail shows when the code comes back. */
const addressForm = /^[^\s@<>(),;:"\\]{1,64}@[^\s@<>(),;:"\\]{1,190}\.[^\s@<>(),;:"\\]{2,63}$/;

export const choiceOf = async (product: Product, person: string): Promise<ToldChoice> =>
  (await (await product.store()).toldChoice(person)) ?? { person, language: 'zh', sms: true, email: false, phone: null, address: null, asked: null };

export type Chosen = { language: 'zh' | 'en'; sms: boolean; email: boolean; address: string };
export type ChoiceProblem = 'address-wrong' | 'not-sent';

/** A new address is not used before its code has come back; the code goes to it at once, quiet hours or not: she is waiting for it. */
export async function choose(product: Product, who: Person, chosen: Chosen): Promise<'saved' | 'code-sent' | ChoiceProblem> {
  const before = await choiceOf(product, who.id);
  const address = chosen.address.trim();
  const choice: ToldChoice = { ...before, language: chosen.language, sms: chosen.sms, phone: who.gives['phone'] ?? before.phone };
  const store = await product.store();
  if (!chosen.email || address === '' || address === before.address) {
    await store.saveToldChoice({ ...choice, email: chosen.email && before.address !== null, address: address === '' ? null : before.address, asked: null });
    return 'saved';
  }
  if (!addressForm.test(address) || !product.gateways.email) return 'address-wrong';
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const until = new Date(product.now().getTime() + codeMinutes * 60_000).toISOString();
  const text =
    chosen.language === 'zh'
      ? `您的验证码是${code}，${codeMinutes}分钟内有效。不是您要的，不用理会。`
      : `Your code is ${code}, good for ${codeMinutes} minutes. If you did not ask for it, ignore this.`;
  const given = await product.gateways.email
    .give({ key: `code ${who.id} ${until} ${address}`, to: address, subject: chosen.language === 'zh' ? '一件：验证码' : 'Yijian: your code', text })
    .catch(() => null);
  if (given !== 'sent') return 'not-sent';
  await store.saveToldChoice({ ...choice, asked: { address, codeHash: hashOf(who.id, code), until, tries: 0 } });
  return 'code-sent';
}

export async function confirmAddress(product: Product, who: Person, code: string): Promise<'confirmed' | 'wrong' | 'over'> {
  const choice = await choiceOf(product, who.id);
  const { asked } = choice;
  if (!asked || asked.tries >= codeTries || Date.parse(asked.until) < product.now().getTime()) return 'over';
  const right = hashOf(who.id, code.normalize('NFKC').replace(/\s/g, '')) === asked.codeHash;
  await (await product.store()).saveToldChoice(right ? { ...choice, email: true, address: asked.address, asked: null } : { ...choice, asked: { ...asked, tries: asked.tries + 1 } });
  return right ? 'confirmed' : 'wrong';
}

/** The language she reads the product in is the one she is told in, unless she chose. */
export async function keepLanguage(product: Product, who: Person, language: 'zh' | 'en'): Promise<void> {
  const store = await product.store();
  const choice = await choiceOf(product, who.id);
  const phone = who.gives['phone'] ?? choice.phone;
  if (choice.language !== language || choice.phone !== phone) await store.saveToldChoice({ ...choice, language, phone });
}

const hashOf = (person: string, code: string) => createHash('sha256').update(`${person}\n${code}`).digest('hex');
