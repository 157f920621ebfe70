export { openTown, type Town } from '../../testing/town';
