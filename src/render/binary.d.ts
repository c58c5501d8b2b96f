/** Files that the build writes into the program as bytes. */
declare module "*.ttf" {
  const bytes: Uint8Array;
  export default bytes;
}
declare module "*.wasm" {
  const bytes: Uint8Array;
  export default bytes;
}
