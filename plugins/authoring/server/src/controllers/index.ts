import checklist from './checklist';
import outline from './outline';
import transfer from './transfer';

export const controllers = { checklist, outline, transfer };
