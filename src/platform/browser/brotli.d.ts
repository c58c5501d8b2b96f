/** The unpacker in JavaScript, which has no types of its own. */
declare module "brotli/decompress.js" {
  const decompress: (bytes: Uint8Array) => Uint8Array;
  export default decompress;
}
