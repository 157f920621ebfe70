/**
 * Numbers of a rule are decimals, counted as people count: 0.1 + 0.2 is 0.3. A JavaScript number stands for the decimal it prints as; what no
 * such number can stand for is a bigint, scaled by 10^20. One value has one form, so `===` is equality. Sums are exact; products and
 * quotients are rounded half to even at 20 decimal places; from 10^30 on there is no number.
 */
export type Decimal = number | bigint;

export const decimalPlaces = 20;
const unit = 10n ** 20n;
const beyond = 10n ** 50n;
/** Up to six places and fifteen digits a whole number of millionths is exact, and dividing it gives the nearest number back. */
const millionth = 1e6;
const fifteen = 1e15;

/** The value of digits as written, such as `0.30`; null past 10^30. */
export const decimalOf = (text: string): Decimal | null => unscaled(scaledText(text));

export function add(a: Decimal, b: Decimal): Decimal | null {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(sum)) return sum;
    const [x, y] = [millionths(a), millionths(b)];
    if (Math.abs(x + y) < fifteen) return (x + y) / millionth;
  }
  const [x, y] = [scaled(a), scaled(b)];
  return x === null || y === null ? null : unscaled(x + y);
}

export const negative = (a: Decimal): Decimal => (typeof a === 'bigint' ? -a : 0 - a);
export const subtract = (a: Decimal, b: Decimal): Decimal | null => add(a, negative(b));

export function multiply(a: Decimal, b: Decimal): Decimal | null {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(product)) return product + 0;
    const whole = millionths(a) * millionths(b);
    if (Math.abs(whole) < fifteen) return whole / 1e12 + 0;
  }
  const [x, y] = [scaled(a), scaled(b)];
  return x === null || y === null ? null : unscaled(quotient(x * y, unit));
}

/** Null where there is no quotient: nothing is divided by zero. */
export function divide(a: Decimal, b: Decimal): Decimal | null {
  if (b === 0) return null;
  if (typeof a === 'number' && typeof b === 'number') {
    const whole = a / b;
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(whole) && whole * b === a) return whole + 0;
  }
  const [x, y] = [scaled(a), scaled(b)];
  return x === null || y === null || y === 0n ? null : unscaled(quotient(x * unit, y));
}

/** Negative, zero or positive; NaN where one is no number. */
export function order(a: Decimal, b: Decimal): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
  const [x, y] = [scaled(a), scaled(b)];
  return x === null || y === null ? Number.NaN : x < y ? -1 : x > y ? 1 : 0;
}

export function decimalText(a: Decimal): string {
  if (typeof a === 'number') {
    if (!/e/.test(String(a))) return String(a);
    const x = scaled(a);
    return x === null ? String(a) : textOf(x);
  }
  return textOf(a);
}

function textOf(x: bigint): string {
  const digits = String(x < 0n ? -x : x).padStart(decimalPlaces + 1, '0');
  const fraction = digits.slice(-decimalPlaces).replace(/0+$/, '');
  return `${x < 0n ? '-' : ''}${digits.slice(0, -decimalPlaces)}${fraction && `.${fraction}`}`;
}

/** A whole number of millionths, or NaN where it is none. */
function millionths(x: number): number {
  const n = Math.round(x * millionth);
  return Math.abs(n) < fifteen && n / millionth === x ? n : Number.NaN;
}

function scaled(x: Decimal): bigint | null {
  if (typeof x === 'bigint') return x;
  if (Number.isSafeInteger(x)) return BigInt(x) * unit;
  return Number.isFinite(x) ? scaledText(String(x)) : null;
}

function scaledText(text: string): bigint | null {
  const found = /^(-?)(\d{1,400})(?:\.(\d{1,400}))?(?:e([+-]\d{1,3}))?$/.exec(text);
  if (!found) return null;
  const [, sign, whole, fraction = '', exponent = '0'] = found;
  const digits = BigInt(`${whole}${fraction}`) * (sign ? -1n : 1n);
  const shift = decimalPlaces + Number(exponent) - fraction.length;
  if (shift > 60) return digits === 0n ? 0n : null;
  return shift >= 0 ? digits * 10n ** BigInt(shift) : quotient(digits, 10n ** BigInt(-shift));
}

/** The value in its one form: a number where a number prints as it. */
function unscaled(x: bigint | null): Decimal | null {
  if (x === null || x >= beyond || x <= -beyond) return null;
  if (x % unit === 0n) {
    const whole = Number(x / unit);
    if (Number.isSafeInteger(whole)) return whole;
  }
  const near = Number(textOf(x));
  return scaled(near) === x ? near : x;
}

/** Rounded half to even. */
function quotient(n: bigint, d: bigint): bigint {
  const q = n / d;
  const rest = n % d;
  if (rest === 0n) return q;
  const double = (rest < 0n ? -rest : rest) * 2n;
  const size = d < 0n ? -d : d;
  const up = double > size || (double === size && (q & 1n) === 1n);
  return up ? q + (n < 0n !== d < 0n ? -1n : 1n) : q;
}
