import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Problem } from './problem.ts';

/** Command-line arguments by Node's own parser; a wrong one is told together with how the command is used. */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
  allowPositionals = false,
) {
  try {
    return parseArgs({ options, allowPositionals, strict: true });
  } catch (error) {
    throw new Problem(
      (error as Error).message.split('\n')[0] ?? 'These arguments are not right',
      `Usage: ${usage}`,
    );
  }
}
