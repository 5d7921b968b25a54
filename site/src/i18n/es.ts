import type { Strings } from './en';
import { accounts } from './es/accounts';
import { certificates } from './es/certificates';
import { finding } from './es/finding';
import { frame } from './es/frame';
import { learning } from './es/learning';

export const es: Strings = { ...frame, ...accounts, ...learning, ...finding, ...certificates };
