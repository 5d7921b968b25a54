/** `rollback`, on a server whose nginx does not answer itself any more once it has been pointed to the other release. */
process.env.DEPLOY_FRONT = 'http://127.0.0.1:9';
await import('../../scripts/rollback.ts');
export {};
