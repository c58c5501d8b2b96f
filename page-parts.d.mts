import type { BuildOptions } from "esbuild";

export function forBrowser(root: string, version: string): BuildOptions;
export function libraryEntry(root: string): string;
