import type { Plugin } from "esbuild";
import type { Plan } from "./src/plans/plan.ts";

export function planIn(file: string): Plan;
export function planModule(file: string): string;
export const plansInside: Plugin;
