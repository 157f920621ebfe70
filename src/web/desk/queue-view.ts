import type { QueuePage } from '../../app/ports/store';
import type { Asked } from './filters';

/** `standIns`: ids of those she stands in for today. */
export type QueueView = { page: QueuePage; asked: Asked; taken: boolean; keepsRegister: boolean; standIns: readonly string[] };

export const isAcceptable = (status: string): boolean => status === 'received' || status === 'supplemented';
