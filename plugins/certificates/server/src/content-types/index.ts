import certificate from './certificate.json';
import delivery from './delivery.json';
import signingKey from './signing-key.json';

export default {
  certificate: { schema: certificate },
  delivery: { schema: delivery },
  'signing-key': { schema: signingKey },
};
