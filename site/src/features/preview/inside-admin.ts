// Inside the admin: shows what was saved, and opens pages that are no previews beside it, since they may not be shown there.
const admin = document.querySelector<HTMLElement>('[data-preview]')?.dataset.preview;

if (admin && window.parent !== window) {
  addEventListener('message', ({ origin, data }) => {
    if (origin === admin && data?.type === 'strapiUpdate') location.reload();
  });
  for (const link of document.links) {
    if (!/^(\/es)?\/preview\//.test(link.pathname) || link.origin !== location.origin) link.target = '_blank';
  }
}
