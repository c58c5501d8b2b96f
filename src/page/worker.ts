/** The page's side of its worker: asks it, hears how far it is, hands it the parts that it needs, and stops it. */
import type { Ask, Heard, Replies, Trouble } from "./messages.ts";

/** What the worker would not, or could not, do. */
export class Refused extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.text);
    this.trouble = trouble;
  }
}

/** The person stopped it. */
export class Stopped extends Error {}

/** A part of the program that lies packed in the page. */
async function unpacked(name: string): Promise<Blob> {
  const text = document.getElementById(`part-${name}`)?.textContent ?? "";
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Blob([await new Response(stream).arrayBuffer()], { type: "text/javascript" });
}

type Given = { readonly path: string; readonly file: File };

export class Engine {
  private worker: Promise<Worker> | null = null;
  private readonly waiting = new Map<number, { done: (answer: unknown) => void; failed: (error: Error) => void }>();
  private asked = 0;
  private given: readonly Given[] = [];
  private readonly onProgress: (text: string) => void;

  constructor(onProgress: (text: string) => void) {
    this.onProgress = onProgress;
  }

  async ask<K extends Ask["ask"]>(ask: Ask & { ask: K }): Promise<Replies[K]> {
    const worker = await this.started();
    if (ask.ask === "files") this.given = [...this.given, ...(ask as Ask & { ask: "files" }).files];
    const id = ++this.asked;
    return await new Promise<Replies[K]>((done, failed) => {
      this.waiting.set(id, { done: done as (answer: unknown) => void, failed });
      worker.postMessage({ id, ask });
    });
  }

  /** Stops whatever is done; the next one knows the files. */
  stop(): void {
    const old = this.worker;
    this.worker = null;
    void old?.then((worker) => worker.terminate());
    for (const { failed } of this.waiting.values()) failed(new Stopped());
    this.waiting.clear();
  }

  private started(): Promise<Worker> {
    this.worker ??= this.start();
    return this.worker;
  }

  private async start(): Promise<Worker> {
    const script = await unpacked("engine");
    const worker = new Worker(URL.createObjectURL(script));
    worker.postMessage({ script });
    worker.addEventListener("message", ({ data }: MessageEvent<Heard>) => this.hear(worker, data));
    worker.addEventListener("error", ({ message }) => {
      for (const { failed } of this.waiting.values()) {
        failed(new Refused({ code: null, text: message, data: {} }));
      }
      this.waiting.clear();
    });
    if (this.given.length > 0) worker.postMessage({ id: 0, ask: { ask: "files", files: this.given, language: "vi" } });
    return worker;
  }

  private hear(worker: Worker, said: Heard): void {
    if ("progress" in said) {
      this.onProgress(said.progress);
      return;
    }
    if ("part" in said) {
      const { part } = said;
      void unpacked(part).then((blob) => worker.postMessage({ part, blob }));
      return;
    }
    const asker = this.waiting.get(said.id);
    this.waiting.delete(said.id);
    if ("answer" in said) asker?.done(said.answer);
    else asker?.failed(new Refused(said.trouble));
  }
}
