/** Names of files in a page: parts with a stroke between them. */
import type { Platform } from "../platform.ts";

export const paths: Platform["paths"] = {
  basename: (path) => path.slice(path.lastIndexOf("/") + 1),
  dirname: (path) => (path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "."),
  join: (...parts) => parts.filter((part) => part !== "" && part !== ".").join("/"),
  isAbsolute: (path) => path.startsWith("/"),
  relative: (_, to) => to,
};
