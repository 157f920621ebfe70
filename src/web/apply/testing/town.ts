export { form, openTown, typesOf, type Town } from '../../testing/town';
