// Nothing is asked of the other site before its reader wants it to; without this script there is the link to it.
for (const figure of document.querySelectorAll<HTMLElement>('[data-embed]')) {
  for (const part of figure.querySelectorAll<HTMLElement>('[data-play]')) part.hidden = false;
  figure.querySelector('button')?.addEventListener('click', () => {
    const frame = document.createElement('iframe');
    frame.src = figure.dataset.embed ?? '';
    frame.title = figure.dataset.title ?? '';
    frame.allow = 'autoplay; fullscreen; picture-in-picture; encrypted-media';
    frame.allowFullscreen = true;
    // YouTube plays nothing for a page that hides where it is; of the address it learns the host alone.
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-presentation allow-popups');
    figure.querySelector('.poster')?.replaceWith(frame);
    frame.focus();
  });
}
