/** The library has types for its front, not for this part. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
