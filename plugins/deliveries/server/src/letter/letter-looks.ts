/**
 * What a mail looks like. Everything that has to be is in the elements themselves; what stands here comes on top, and is
 * lost in programs that drop a mail's `<style>`: the mail is then light, and has wider margins than a telephone needs.
 */
export const SHEET = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .page { padding: 12px !important; }
  .card { padding: 24px 20px !important; }
  .button { display: block !important; text-align: center !important; }
}
@media (prefers-color-scheme: dark) {
  .page { background: #101716 !important; color: #e6ecea !important; }
  .card { background: #1c2524 !important; color: #e6ecea !important; }
  .quiet { color: #aab6b3 !important; }
  .button { border-color: #8d9a97 !important; }
}
`;

const WRAPS = 'overflow-wrap:anywhere;word-break:break-word';

/** Style attributes. The accent is the sender's, and dark enough to be read on white. */
export const STYLES = {
  page: "margin:0;padding:24px;background:#f4f5f2;color:#20302f;font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif",
  card: (accent: string) =>
    `max-width:560px;margin:0 auto;padding:32px;background:#ffffff;color:#20302f;border-top:4px solid ${accent};border-radius:6px;${WRAPS}`,
  heading: 'margin:0 0 16px;font-size:24px;line-height:1.25',
  paragraph: 'margin:0 0 16px',
  // 46 pixels high: a thumb finds it.
  button: (accent: string) =>
    `display:inline-block;padding:11px 22px;border:1px solid ${accent};background:${accent};color:#ffffff;font-weight:600;line-height:1.4;text-decoration:none;border-radius:4px`,
  // On a line of its own before it is broken.
  fact: 'display:inline-block',
  quiet: 'color:#56625f',
};
