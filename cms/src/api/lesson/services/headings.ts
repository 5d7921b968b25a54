import { headingsOf } from '../../../courses/headings';

/** The headings of a text with the ids they have on the site, for plugins that look after links. */
export default () => ({ of: headingsOf });
