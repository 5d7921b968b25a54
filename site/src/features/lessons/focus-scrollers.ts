// What scrolls inside itself can be reached by keyboard; what fits needs no stop. Without this script all can be reached.
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) fitFocus(target as HTMLElement);
});

function fitFocus(box: HTMLElement): void {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  else box.removeAttribute('tabindex');
}

for (const box of document.querySelectorAll<HTMLElement>('.prose pre, .prose .scroll')) observer.observe(box);
