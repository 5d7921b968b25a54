type Json = Record<string, any>;

const isText = (value: unknown): boolean => typeof value === 'string' && value.length > 0;
const isUri = (value: unknown): boolean => isText(value) && URL.canParse(value as string);
const isTime = (value: unknown): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(String(value)) && !Number.isNaN(Date.parse(String(value)));
const hasType = (value: Json | undefined, type: string): boolean =>
  Array.isArray(value?.type) && value.type.includes(type);
const list = (value: unknown): Json[] => (Array.isArray(value) ? value : []);

const RESULT_TYPES = [
  'GradePointAverage',
  'LetterGrade',
  'Percent',
  'PerformanceLevel',
  'PredictedScore',
  'RawScore',
  'Result',
  'RubricCriterion',
  'RubricCriterionLevel',
  'RubricScore',
  'ScaledScore',
  'Status',
];

/**
 * What Open Badges 3.0 asks of an achievement credential, by the name of its class and property in the standard's data
 * model. The standard's own schema file is not under a licence to be kept here.
 * https://www.imsglobal.org/spec/ob/v3p0/#data-model
 */
export const OPEN_BADGES_RULES: Record<string, (credential: Json) => boolean> = {
  'AchievementCredential.@context begins with the credentials context, then that of the badges': (one) =>
    one['@context'][0] === 'https://www.w3.org/ns/credentials/v2' &&
    /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context-3\.0\.\d\.json$/.test(one['@context'][1]),
  'AchievementCredential.id is a URI': (one) => isUri(one.id),
  'AchievementCredential.type has both types': (one) =>
    hasType(one, 'VerifiableCredential') && hasType(one, 'OpenBadgeCredential'),
  'AchievementCredential.name is a text': (one) => isText(one.name),
  'AchievementCredential.validFrom and validUntil are times': (one) =>
    isTime(one.validFrom) && (one.validUntil === undefined || isTime(one.validUntil)),
  'Profile has an id, a type and, of ours, a name and an address': ({ issuer }) =>
    isUri(issuer.id) && hasType(issuer, 'Profile') && isText(issuer.name) && isUri(issuer.url),
  'AchievementSubject has its type and exactly one achievement': ({ credentialSubject }) =>
    hasType(credentialSubject, 'AchievementSubject') &&
    !Array.isArray(credentialSubject.achievement) &&
    credentialSubject.achievement !== undefined,
  'AchievementSubject has an id or an identifier': ({ credentialSubject }) =>
    isUri(credentialSubject.id) || list(credentialSubject.identifier).length > 0,
  'IdentityObject has type, kind, hash and whether it is one': ({ credentialSubject }) =>
    list(credentialSubject.identifier).every(
      (one) =>
        one.type === 'IdentityObject' &&
        one.identityType === 'name' &&
        isText(one.identityHash) &&
        typeof one.hashed === 'boolean',
    ),
  'Achievement has id, type, name, description and criteria': ({ credentialSubject: { achievement } }) =>
    isUri(achievement.id) &&
    hasType(achievement, 'Achievement') &&
    isText(achievement.name) &&
    isText(achievement.description) &&
    (isUri(achievement.criteria.id) || isText(achievement.criteria.narrative)),
  'Achievement.achievementType is one of the standard’s': ({ credentialSubject: { achievement } }) =>
    ['Certificate', 'Course'].includes(achievement.achievementType),
  'ResultDescription has id, type, name and a known resultType': ({ credentialSubject: { achievement } }) =>
    list(achievement.resultDescription).every(
      (one) =>
        isUri(one.id) &&
        hasType(one, 'ResultDescription') &&
        isText(one.name) &&
        RESULT_TYPES.includes(one.resultType) &&
        isText(one.valueMax),
    ),
  'Result has its type, a value in words, and a description that is there': ({
    credentialSubject: { result, achievement },
  }) =>
    list(result).every(
      (one) =>
        hasType(one, 'Result') &&
        isText(one.value) &&
        list(achievement.resultDescription).some(({ id }) => id === one.resultDescription),
    ),
  'CredentialStatus is one object with id and type': ({ credentialStatus }) =>
    isUri(credentialStatus.id) && credentialStatus.type === 'BitstringStatusListEntry',
  'CredentialSchema names the standard’s schema and its kind': ({ credentialSchema }) =>
    list(credentialSchema).some(
      ({ id, type }) =>
        id.endsWith('/ob_v3p0_achievementcredential_schema.json') &&
        type === '1EdTechJsonSchemaValidator2019',
    ),
  'Proof is a list of one, of a certified kind, made to assert': ({ proof: [proof, ...others] }) =>
    others.length === 0 &&
    proof.type === 'DataIntegrityProof' &&
    proof.cryptosuite === 'eddsa-rdfc-2022' &&
    proof.proofPurpose === 'assertionMethod' &&
    isTime(proof.created) &&
    /^z[1-9A-HJ-NP-Za-km-z]+$/.test(proof.proofValue),
};
