import { readPeople } from '../demo/people.ts';
import { Problem } from '../problem.ts';

export interface MeasuredPage {
  name: string;
  path: string;
  /** Read by the demo's graduate. */
  signedIn: boolean;
  /** Kept out of search engines on purpose: that Lighthouse's SEO would take points for it says nothing. */
  hidden: boolean;
}

/** What students and visitors see most. @param code of a certificate of this Lumino */
export const pagesOf = (code: string): MeasuredPage[] => [
  { name: 'home', path: '/', signedIn: false, hidden: false },
  { name: 'home, Spanish', path: '/es', signedIn: false, hidden: false },
  { name: 'catalog', path: '/catalog', signedIn: false, hidden: false },
  { name: 'module', path: '/modules/PRO', signedIn: false, hidden: false },
  { name: 'module, student', path: '/modules/PRO', signedIn: true, hidden: false },
  { name: 'lesson', path: '/modules/PRO/lessons/decisions', signedIn: true, hidden: true },
  { name: 'verify', path: '/verify', signedIn: false, hidden: false },
  { name: 'certificate', path: `/verify/${code}`, signedIn: false, hidden: true },
];

/** A session of the demo's graduate, and the code of their certificate. @throws Problem without the demo school. */
export async function readGraduate(cmsUrl: string): Promise<{ token: string; code: string }> {
  const people = readPeople();
  const post = await fetch(`${cmsUrl}/api/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ identifier: people.showcase.graduate.username, password: people.password }),
  }).catch(() => null);
  if (!post?.ok)
    throw new Problem(
      `Nobody can sign in at ${cmsUrl} as ${people.showcase.graduate.username}.`,
      'Start Lumino with its demo school (npm start), then try again.',
    );
  const { token } = (await post.json()) as { token: string };
  const mine = await fetch(`${cmsUrl}/api/certificates/mine`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { certificates } = (await mine.json()) as { certificates: { verificationCode: string }[] };
  const code = certificates[0]?.verificationCode;
  if (!code)
    throw new Problem('The demo’s graduate has no certificate.', 'Run npm run load-data, then npm start.');
  return { token, code };
}
