/** Who takes the money, behind `app/ports/payments`. Only a demonstration ships. */
export { demonstrationPayments, type Demonstration } from './demonstration';
