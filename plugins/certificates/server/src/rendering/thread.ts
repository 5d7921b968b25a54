import { parentPort } from 'node:worker_threads';
import { answerRenderRequests } from './renderer-thread';

/** What the renderer's thread runs: a bundle of its own, so that it loads nothing but what draws. */
if (parentPort) answerRenderRequests(parentPort);
