// Loaded before a process: each SIGUSR2 moves its clock by CLOCK_JUMP_MS, as somebody does who sets a machine's time.
// Timers go on as they are; so they do on a real machine.
let offset = 0;
process.on('SIGUSR2', () => (offset += Number(process.env.CLOCK_JUMP_MS)));

const Real = Date;
globalThis.Date = class Date extends Real {
  constructor(...given) {
    super(...(given.length === 0 ? [Real.now() + offset] : given));
  }
  static now() {
    return Real.now() + offset;
  }
};
