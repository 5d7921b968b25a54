import summary from './summary';

export const services = { summary };

export type Services = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> };
