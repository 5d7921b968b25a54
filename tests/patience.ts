// Whole processes are waited for; a busy machine makes everything slow, which is no fault.
jest.setTimeout(60_000);
