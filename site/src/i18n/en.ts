import { accounts } from './en/accounts';
import { certificates } from './en/certificates';
import { finding } from './en/finding';
import { frame } from './en/frame';
import { learning } from './en/learning';

export const en = { ...frame, ...accounts, ...learning, ...finding, ...certificates };

export type Strings = typeof en;
