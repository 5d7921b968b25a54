import { execFile } from 'node:child_process';
import { isMainThread } from 'node:worker_threads';

/**
 * For `node --import` under systemd: says now and then that this process still does its work. It comes from the event loop of the
 * main thread, so a process that hangs says nothing, and systemd (`WatchdogSec=`) ends it and starts it anew. Node has no sockets of
 * the kind that systemd listens on; `systemd-notify` has, and the unit needs `NotifyAccess=all` for it.
 */
const { WATCHDOG_USEC = '0', WATCHDOG_PID = String(process.pid), NOTIFY_SOCKET } = process.env;
const milliseconds = Number(WATCHDOG_USEC) / 1000;

// Threads are given the same `--import`, and must not speak for the process.
if (isMainThread && NOTIFY_SOCKET && milliseconds > 0 && Number(WATCHDOG_PID) === process.pid) {
  const tell = (): void => {
    execFile('systemd-notify', ['WATCHDOG=1'], { timeout: milliseconds }, () => {});
  };
  tell();
  setInterval(tell, milliseconds / 3).unref();
}
