import type { Plan } from "../plan.ts";
import haiPhong219 from "./hai-phong-219.ts";

/** The plans that come with the program; the first is the default. */
export const plans: readonly Plan[] = [haiPhong219];
