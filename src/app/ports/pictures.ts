/** Small pictures of pictures: decoded and encoded anew, so that nothing of the file itself reaches whoever looks. Null: not a picture that can be read, or too many pixels. */
export interface Pictures {
  small(bytes: Uint8Array): Promise<{ bytes: Uint8Array; type: 'image/webp' } | null>;
}
