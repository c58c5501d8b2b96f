/** A plan's file, as the build writes it into the program (plan-files.mjs). */
declare module "*.yaml" {
  const plan: import("./plan.ts").Plan;
  export default plan;
  /** The file as it is written, with its comments. */
  export function text(): string;
}
