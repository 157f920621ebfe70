/** How the numbers on every page are counted. */
import { Definitions } from '../journey/definitions';
import type { Text } from '../text';

export const NumbersPage = ({ t }: { t: Text }) => (
  <>
    <h1>{t.home.numbersTitle}</h1>
    <p class="lead">{t.home.numbersLead}</p>
    <Definitions t={t} />
  </>
);
