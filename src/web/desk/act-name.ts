/** Acts of the procedure by their names. */
import type { Text } from '../text';

export function actName(t: Text, action: string): string {
  const plain: { [action: string]: string } = {
    accept: t.desk.accept,
    'request-supplement': t.desk.supplement,
    'not-accept': t.desk.notAccept,
    grant: t.desk.grant,
    refuse: t.desk.refuse,
    deliver: t.desk.deliver,
    'wait-for-inputs': t.desk.wait,
  };
  return plain[action] ?? t.procedure.acts[action as keyof typeof t.procedure.acts]?.title ?? action;
}
