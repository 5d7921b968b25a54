/** The widgets go by the permissions of what they are about. */
export const GRADE_ACTION = 'plugin::gradebook.grade';
export const AUTHOR_ACTION = 'plugin::authoring.author';
export const CERTIFICATES_ACTION = 'plugin::certificates.read';
export const DELIVERIES_ACTION = 'plugin::deliveries.read';
