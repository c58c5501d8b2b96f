/** Where the bundle begins: what the main thread starts, and what the others do. */

/** @param program what a thread is started with */
export async function begin(program: URL): Promise<void> {
  await (await import("./process.ts")).runInProcess(program);
}

/** What `import … from "kpi"` gives. */
export async function library(): Promise<typeof import("../index.ts")> {
  return await import("../index.ts");
}

export async function work(): Promise<void> {
  await import("../run/worker.ts");
}
