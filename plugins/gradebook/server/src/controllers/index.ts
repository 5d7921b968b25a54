import gradebook from './gradebook';

export const controllers = { gradebook };
