/* Marks a page whose review is older than the editors' limit, by the reader's clock. Without it the date stands alone. */
for (const time of document.querySelectorAll("time[data-due]"))
  if (time.dataset.due < new Date().toISOString().slice(0, 10)) time.after(" (too old: this page is due for a new review)")
