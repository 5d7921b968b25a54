import teaching from './teaching';

export const services = { teaching };
