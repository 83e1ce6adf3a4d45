const within = 1500;

/**
 * Swaps the page for a blank one. Posts nothing, and empties what is on screen first, in case the blank page is slow to come.
 * @param {Event} [event] the click on a link, which by itself would leave this page one step back in the history; or the press of a key,
 *   which by itself may stop the blank page from loading
 */
export function leave(event) {
  event?.preventDefault();
  document.title = 'Notes';
  document.body.replaceChildren();
  location.replace('/blank.html');
}

/** @param {HTMLElement} link the one always in reach; Esc pressed three times in a row does the same */
export function offerLeaving(link) {
  link.addEventListener('click', leave);
  let presses = [];
  addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    // Browsers take Esc for "stop loading": one press more must not hold up the blank page.
    if (event.repeat) return presses.length >= 3 && event.preventDefault();
    presses = [...presses.filter(at => event.timeStamp - at < 2 * within), event.timeStamp];
    if (presses.length >= 3) leave(event);
  }, true);
}
