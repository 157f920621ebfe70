/** A large photo made smaller before it travels: a phone's picture costs minutes on a village line. */
export const largestFile = 10 * 1024 * 1024;
const largeBytes = 1.5 * 1024 * 1024;
const mostPixels = 2400;

/** The longer side at most 2400 pixels; as it was, when that does not make it smaller or cannot be done. */
export async function smaller(file: File): Promise<File> {
  if (file.type !== 'image/jpeg' || file.size < largeBytes) return file;
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, mostPixels / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  return blob && blob.size < file.size ? new File([blob], file.name, { type: 'image/jpeg' }) : file;
}
