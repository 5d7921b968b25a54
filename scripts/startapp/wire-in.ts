import ts from 'typescript';
import { Problem } from '../problem.ts';

/** A package.json with one more dependency, at its place in the alphabet. */
export function withDependency(packageJson: string, name: string, version: string): string {
  const manifest = JSON.parse(packageJson);
  const dependencies: [string, string][] = Object.entries(manifest.dependencies ?? {});
  if (dependencies.some(([known]) => known === name))
    throw new Problem(
      `cms/package.json depends on ${name} already.`,
      'Choose another name, or remove the line that is left over.',
    );
  const later = dependencies.findIndex(([known]) => known > name);
  dependencies.splice(later < 0 ? dependencies.length : later, 0, [name, version]);
  return `${JSON.stringify({ ...manifest, dependencies: Object.fromEntries(dependencies) }, null, 2)}\n`;
}

/** Strapi's config/plugins.ts with one more plugin enabled, at the end; the rest stays to the letter. */
export function withPluginEnabled(config: string, id: string): string {
  const plugins = exportedObject(ts.createSourceFile('plugins.ts', config, ts.ScriptTarget.Latest, true));
  const last = plugins?.properties.at(-1);
  if (!plugins || !last)
    throw new Problem(
      'config/plugins.ts exports no object that a plugin could be added to.',
      'Let its default export be `({ env }) => ({ … })`, then run the command again.',
    );
  if (plugins.properties.some(({ name }) => name && 'text' in name && name.text === id))
    throw new Problem(
      `config/plugins.ts has a plugin ${id} already.`,
      'Choose another name, or remove what is left over.',
    );
  const key = id.includes('-') ? `'${id}'` : id;
  return `${config.slice(0, last.getEnd())},\n  ${key}: { enabled: true }${config.slice(last.getEnd())}`;
}

const ADMINISTRATORS = /^export const ADMINISTRATORS = \[\n/m;

/** The table of tests/integration/access with one more route, which nobody but administrators may use. */
export function withRouteOfAdministrators(table: string, route: string): string {
  if (table.includes(`'${route}'`))
    throw new Problem(
      `The table of routes has "${route}" already.`,
      'Choose another name, or remove the line that is left over.',
    );
  if (!ADMINISTRATORS.test(table))
    throw new Problem(
      'tests/integration/access/admin-routes.ts has no list ADMINISTRATORS that a route could be added to.',
      'Let it be `export const ADMINISTRATORS = [ … ];`, then run the command again.',
    );
  return table.replace(ADMINISTRATORS, (start) => `${start}  '${route}',\n`);
}

/** The object that a file exports by default: itself, from a constant, or from a function. */
function exportedObject(file: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  let found: ts.Node | undefined = file.statements.find(ts.isExportAssignment)?.expression;
  while (found && !ts.isObjectLiteralExpression(found)) {
    if (ts.isIdentifier(found)) found = constant(file, found.text);
    else if (ts.isArrowFunction(found)) found = found.body;
    else if (ts.isBlock(found)) found = found.statements.find(ts.isReturnStatement)?.expression;
    else if (
      ts.isParenthesizedExpression(found) ||
      ts.isSatisfiesExpression(found) ||
      ts.isAsExpression(found)
    )
      found = found.expression;
    else return undefined;
  }
  return found;
}

const constant = (file: ts.SourceFile, name: string): ts.Expression | undefined =>
  file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((declaration) => declaration.name.getText() === name)?.initializer;
