/** The comparison with feelin, an implementation of FEEL by others; it is installed for development only. */
import * as feelin from 'feelin';
import { agreement, type Agreement, type Feel } from './common-with-feel';

export const againstFeelin = (expressions: number, seed: number): Agreement => agreement(expressions, seed, feelin as unknown as Feel);
