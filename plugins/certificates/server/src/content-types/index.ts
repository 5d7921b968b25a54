import certificate from './certificate.json';
import delivery from './delivery.json';

export default { certificate: { schema: certificate }, delivery: { schema: delivery } };
