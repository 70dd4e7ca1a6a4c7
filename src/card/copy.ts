/** Into the clipboard, on http pages too, where `navigator.clipboard` is missing. */

/** Copies plain text within a click; says whether that went well. The page's selection stays as it is, and its own listeners change nothing. */
export function copy(text: string): boolean {
  let copied = false;
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  window.addEventListener('copy', put, { capture: true });
  document.execCommand('copy');
  window.removeEventListener('copy', put, { capture: true });
  return copied;
}
