// Buttons that copy what stands in an element, and say that they did.

/** How long a button says so, in milliseconds. */
const said = 2000;

/**
 * @param {HTMLButtonElement} button
 * @param {() => {text: string, shown?: Element}} what to copy, and where it stands in the page
 * @param {{copied: string, selected: string}} words
 */
export function copyOnPress(button, what, { copied, selected }) {
  const label = button.textContent;
  let timer;
  button.addEventListener("click", async () => {
    const { text, shown } = what();
    button.textContent = (await copy(text)) ? copied : selected;
    // Without a clipboard, as on a page that is not secure, the keyboard copies.
    if (button.textContent === selected && shown) getSelection().selectAllChildren(shown);
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.textContent = label;
    }, said);
  });
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
