/** The rule for the ids of headings, which the importer of courses goes by as well. */
export { createAnchors } from '../../../cms/shared/anchors';
