export const pictureIn = (files: FileList | undefined | null): File | undefined =>
  [...(files ?? [])].find(({ type }) => /^image\/(jpeg|png|webp|gif|avif)$/.test(type));
