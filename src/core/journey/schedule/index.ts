export { hoursOf } from './duration';
export { edgesOf, fixedEdges, type Edge } from './edges';
export { hoursInAll, schedule, type Schedule } from './schedule';
export { speedUp } from './speed-up';
export { momentOf, momentsInOrder } from './stage-graph';
