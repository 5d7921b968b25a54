/** What a delivery is at, in words that staff understand. */
export const DELIVERY_STATES = ['waiting', 'retrying', 'sent', 'refused', 'given-up', 'cancelled'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
