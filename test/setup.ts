/** What is done for each file of tests. Modules are loaded once a process, so that a hook in one would be the first file's alone. */
import { afterAll } from "vitest";
import { removeFolders } from "./folders.ts";

afterAll(removeFolders);
