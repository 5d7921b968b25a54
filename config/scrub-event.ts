/** As much of an event of Sentry's as is looked at here. */
interface Event {
  message?: string;
  exception?: { values?: { value?: string }[] };
  [part: string]: unknown;
}

const ADDRESS = /[\w.+%-]+@[\w-]+(\.[\w-]+)+/g;
/** Whose request it was, with what in it, on which machine: none of it helps to mend a fault. */
const PERSONAL = ['request', 'user', 'server_name', 'breadcrumbs', 'extra'];

/** What leaves this machine of an error, from the cms and the site: where it happened and in what words, without addresses. */
export function scrubEvent<Sent extends object>(sent: Sent): Sent {
  const event = sent as Event;
  for (const part of PERSONAL) delete event[part];
  if (event.message) event.message = event.message.replace(ADDRESS, '[address]');
  for (const one of event.exception?.values ?? []) one.value = one.value?.replace(ADDRESS, '[address]');
  return sent;
}

/** A config of nothing: Strapi reads every file here. */
export default {};
