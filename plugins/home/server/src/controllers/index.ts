import home from './home';

export const controllers = { home };
