import { type Cluster, startCluster } from '../../../scripts/database/cluster.ts';

// A PostgreSQL of a test's own, in `LUMINO_DATA_DIR`, which it may stop and start: each message asks for one of the two.

let cluster: Cluster | null = null;

process.on('message', async (wish: 'start' | 'stop') => {
  if (wish === 'start') cluster = await startCluster();
  else cluster?.stop();
  process.send?.(cluster?.url);
});
process.on('disconnect', () => {
  cluster?.stop();
  process.exit(0);
});
