/** A journey or a service of the list, by its name. */
import { say } from '../text';
import type { Visit } from '../visit';

export const itemName = ({ t, law }: Pick<Visit, 't' | 'law'>, id: string): string => say(t, (law.journeys.get(id) ?? law.services.get(id))!.name);
