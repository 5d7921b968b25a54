import health from './health';
import teaching from './teaching';

export const services = { health, teaching };
