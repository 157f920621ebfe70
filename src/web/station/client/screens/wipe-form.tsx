/** Everything on this device is wiped: said once more with a tick. */
import { Button } from '../../../ui/button';
import type { Text } from '../../../text';

export const WipeForm = ({ t }: { t: Text }) => (
  <form data-wipe>
    <div class="option">
      <input type="checkbox" id="sure" name="sure" value="yes" required />
      <label for="sure">{t.station.wipeSure}</label>
    </div>
    <p class="row">
      <Button kind="danger">{t.station.wipe}</Button>
    </p>
  </form>
);
