// Runs before the first paint, so that nobody who chose the dark is dazzled. A file of its own, not a module, because
// pages are the same for all visitors and may carry no script. Without it, or without a choice, the system decides.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // The browser may keep nothing for this site.
}
