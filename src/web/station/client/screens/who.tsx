/** `#/f/ID/who`: the principal. What is written here is not asked again. */
import { slipIn } from '../../../../core/journey';
import { say } from '../../../text';
import { Button } from '../../../ui/button';
import { ErrorSummary, type FormError } from '../../../ui/error-summary';
import { TextField } from '../../../ui/text-field';
import type { Entry } from '../entry';
import { preparedFor, withPrincipal } from '../rules';
import { lawFor, type Shown, type World } from '../world';
import { Above, type EntryScreen } from './at-entry';

const page = (w: World, e: Entry, errors: FormError[] = []): Shown => {
  const { t } = w;
  const wrong = (field: string) => errors.find((x) => x.field === field)?.message;
  return {
    title: t.station.whoTitle,
    wrong: errors.length > 0,
    body: (
      <>
        <Above w={w} e={e} />
        <ErrorSummary t={t} errors={errors} />
        <h1>{t.station.whoTitle}</h1>
        <form data-post novalidate>
          <TextField t={t} id="name" name="name" label={t.station.whoName} value={e.principal.name} error={wrong('name')} maxlength={200} autocomplete="off" />
          <TextField
            t={t}
            id="idNumber"
            name="idNumber"
            label={t.station.whoNumber}
            hint={t.station.whoNumberHint}
            value={e.principal.idNumber ?? ''}
            error={wrong('idNumber')}
            width="medium"
            maxlength={40}
            autocomplete="off"
          />
          <TextField
            t={t}
            id="phone"
            name="phone"
            label={t.station.whoPhone}
            hint={t.station.whoPhoneHint}
            value={e.principal.phone ?? ''}
            input="tel"
            error={wrong('phone')}
            width="medium"
            maxlength={30}
            autocomplete="off"
          />
          <p class="row">
            <Button kind="primary">{t.station.next}</Button>
          </p>
        </form>
      </>
    ),
  };
};

export const whoScreen: EntryScreen = {
  show: async ({ w, e }) => page(w, e),
  post: async ({ w, e }, form) => {
    const { t } = w;
    const name = form.text('name').normalize('NFC').trim();
    const idNumber = form.text('idNumber').normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
    const phone = form.text('phone').normalize('NFKC').trim();
    const slip = idNumber ? slipIn('id-number', idNumber) : null;
    const errors = [
      ...(name ? [] : [{ field: 'name', message: t.station.whoNameMissing }]),
      ...(slip ? [{ field: 'idNumber', message: say(t, slip) }] : []),
      ...(phone && !/^[+()\d\s-]{5,25}$/.test(phone) ? [{ field: 'phone', message: t.station.whoPhone }] : []),
    ];
    const changed: Entry = { ...e, principal: { name, idNumber: idNumber || null, phone: phone || null } };
    if (errors.length > 0) return page(w, changed, errors);
    await w.shelf.put(withPrincipal(preparedFor(lawFor(w, e), changed), changed));
    return `#/f/${e.id}/q`;
  },
};
