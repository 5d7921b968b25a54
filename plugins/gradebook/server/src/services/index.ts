import history from './history';
import imports from './imports';
import marks from './marks';
import modules from './modules';
import roster from './roster';

export const services = { history, imports, marks, modules, roster };

export type Services = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> };
