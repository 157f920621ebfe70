/** Runs as a process of its own, to be killed: submits cases on the embedded store for ever and says each number once the store has said done. */
import { openStore } from '../index';
import { submission } from './sample';

const { store } = await openStore({ data: process.argv[2]! });
process.stdout.write('open\n');
await Promise.all(
  Array.from({ length: Number(process.argv[3] ?? 4) }, async () => {
    for (;;) {
      const command = submission();
      if ((await store.submit(command)).kind === 'done') process.stdout.write(`${command.case.number}\n`);
    }
  }),
);
