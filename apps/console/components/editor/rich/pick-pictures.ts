/** Asks for pictures of the device. Nothing happens when the person chooses none. */
export function pickPictures(onPicked: (files: readonly File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = "image/*";
  input.multiple = true;
  input.onchange = () => onPicked([...(input.files ?? [])]);
  input.click();
}
