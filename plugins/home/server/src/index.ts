import { controllers } from './controllers';
import { routes } from './routes';
import { services } from './services';

export default { routes, controllers, services };
