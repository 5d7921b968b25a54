export interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  [other: string]: unknown;
}
export type LockedPackages = Record<string, LockedPackage>;

export interface Root {
  /** Where the package that asks stands in the lock file, such as `plugins/jobs`; empty: the top. */
  from: string;
  names: string[];
}

/** The folder a package finds another one in, as Node looks for it: its own `node_modules`, then those above. */
function find(packages: LockedPackages, from: string, name: string): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (packages[place]) return place;
    if (!at) return null;
    if (!at.includes('/node_modules/')) at = '';
  }
}

/** What these roots need of a lock file (version 3), and what that needs in turn; workspaces are left out. */
export function closureOf(packages: LockedPackages, roots: Root[]): LockedPackages {
  const found: LockedPackages = {};
  const add = (from: string, name: string): void => {
    const place = find(packages, from, name);
    const locked = place && packages[place];
    if (!place || !locked || found[place] || locked.link) return;
    found[place] = locked;
    const { dependencies, optionalDependencies, peerDependencies } = locked;
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      add(place, needed);
  };
  for (const { from, names } of roots) for (const name of names) add(from, name);
  return found;
}
