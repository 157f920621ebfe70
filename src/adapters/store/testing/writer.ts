/** Runs as a process of its own, to be killed: submits cases on the embedded store for ever and says each number once the store has said done; with 0 writers it closes the store and ends. */
import { openStore } from '../index';
import { submission } from './sample';

const [data, writers] = process.argv.slice(2);
const { store } = await openStore({ data: data! });
process.stdout.write('open\n');
if (writers === '0') {
  await store.close();
  process.stdout.write('closed\n');
} else
  await Promise.all(
    Array.from({ length: Number(writers) }, async () => {
      for (;;) {
        const command = submission();
        if ((await store.submit(command)).kind === 'done') process.stdout.write(`${command.case.number}\n`);
      }
    }),
  );
