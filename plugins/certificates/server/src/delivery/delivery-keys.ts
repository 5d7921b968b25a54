/** The delivery of one certificate, for ever: its row is what makes its mail once only. */
export const certificateDelivery = (certificateId: string): string => `certificates/${certificateId}`;

/** The delivery of one reminder of one certificate. */
export const reminderDelivery = (certificateId: string, daysBefore: number): string =>
  `certificates/${certificateId}/${daysBefore}`;

/** @returns the days before the end at which a reminder's delivery is due. */
export const daysBeforeOf = (key: string): number => Number(key.split('/')[2]);
