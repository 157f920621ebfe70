/** What each number counts and how each column is compiled: the published rule in short. */
import type { Text } from '../text';
import { Facts } from '../ui';

const counted = ['acts', 'documents', 'fields', 'days', 'visits', 'counters'] as const;
const columns = ['oneByOne', 'allAtOnce', 'joined', 'after', 'floor'] as const;

export const Definitions = ({ t }: { t: Text }) => (
  <>
    <Facts rows={counted.map((key) => ({ label: t.journey.numbers[key].name, value: t.journey.numbers[key].means }))} />
    <Facts rows={columns.map((key) => ({ label: t.journey.columns[key], value: t.journey.columnsMean[key] }))} />
  </>
);
