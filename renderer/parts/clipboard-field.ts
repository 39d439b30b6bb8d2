// A field that stands for a moment where the focus was, so that the system's own copy and paste keys have something to work on.

/**
 * Called while the key is on its way: the browser then copies `text` out of the field, or pastes into it.
 * The focus goes back to `home` as soon as that is done, or when the key is let go.
 */
function withField(home: HTMLElement, text: string, work: (field: HTMLTextAreaElement) => void): void {
  const field = document.createElement("textarea");
  field.className = "q-hidden";
  field.tabIndex = -1;
  field.value = text;
  const back = (): void => {
    if (!field.isConnected) return;
    field.remove();
    home.focus({ preventScroll: true });
  };
  for (const done of ["copy", "paste"]) field.addEventListener(done, () => setTimeout(back));
  field.addEventListener("keyup", back);
  document.body.append(field);
  field.focus({ preventScroll: true });
  field.select();
  work(field);
}

export const copyThrough = (home: HTMLElement, text: string): void => withField(home, text, () => undefined);

export const pasteThrough = (home: HTMLElement, take: (text: string) => void): void =>
  withField(home, "", (field) =>
    field.addEventListener("paste", (event) => {
      event.preventDefault();
      take(event.clipboardData?.getData("text/plain") ?? "");
    }),
  );
