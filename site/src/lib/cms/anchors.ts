/** The rule for the ids of headings: the importer of courses writes links by it, so it is one for both. */
export { createAnchors } from '../../../../cms/shared/anchors';
