export default function tearDown(): void {
  (globalThis as { removePackedApp?: () => void }).removePackedApp?.();
}
