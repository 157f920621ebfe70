export { hoursOf } from './duration';
export { edgesOf, fixedEdges, type Edge } from './edges';
export { schedule, type Schedule } from './schedule';
export { speedUp } from './speed-up';
export { momentOf, momentsInOrder } from './stage-graph';
