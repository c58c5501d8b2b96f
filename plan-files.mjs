// The plans of src/plans are YAML, for people to read and copy. The build makes JSON of them, so that no run loads yaml for a
// plan that comes with the program.
import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A plan as YAML has it; the core schema leaves dates as they are written (run/yaml-file.ts). */
export const planIn = (file) => parse(readFileSync(file, "utf8"), { schema: "core" });

/** A plan's file as a module: the plan, and the text of the file. */
export const planModule = (file) =>
  `export default ${JSON.stringify(planIn(file))}; export const text = () => ${JSON.stringify(readFileSync(file, "utf8"))};`;

/** For esbuild: everything in one script. */
export const plansInside = {
  name: "plans-inside",
  setup({ onLoad }) {
    onLoad({ filter: /\.yaml$/ }, ({ path }) => ({ contents: planModule(path) }));
  },
};
