/**
 * The machine on which the program runs. It is chosen when the program is bundled, not when it starts: a page's bundle has
 * browser.ts in place of node.ts. So no part has to be handed it, nothing can be called before it is there, and neither
 * bundle holds the other's.
 */
export { node as machine } from "./node.ts";
