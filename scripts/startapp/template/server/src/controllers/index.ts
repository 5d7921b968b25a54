import summary from './summary';

export const controllers = { summary };
