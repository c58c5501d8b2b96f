/** Firefox by its own remote control (Marionette), since the Firefox of a Linux distribution knows no other tool's. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";

const port = 28_300 + (process.pid % 1000);

/** A Firefox without a window, with a profile of its own. */
export class Firefox {
  private readonly child: ChildProcess;
  private socket: Socket | null = null;
  private held = Buffer.alloc(0);
  private asked = 0;
  private readonly waiting = new Map<number, (answer: [error: { message: string } | null, value: unknown]) => void>();

  constructor(program: string, profile: string, downloads: string) {
    mkdirSync(profile, { recursive: true });
    const settings: Readonly<Record<string, unknown>> = {
      "marionette.port": port,
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
      "browser.download.useDownloadDir": true,
      "browser.download.always_ask_before_handling_new_types": false,
      "intl.accept_languages": "vi",
      "datareporting.policy.dataSubmissionEnabled": false,
      "app.update.enabled": false,
    };
    const lines = Object.entries(settings).map(([k, v]) => `user_pref(${JSON.stringify(k)}, ${JSON.stringify(v)});\n`);
    writeFileSync(join(profile, "user.js"), lines.join(""));
    const args = ["--marionette", "--headless", "--no-remote", "--profile", profile];
    this.child = spawn(program, args, { stdio: "ignore", env: { ...process.env, HOME: profile } });
  }

  /** Waits until it listens. */
  async begin(): Promise<void> {
    for (let i = 0; this.socket === null; i++) {
      this.socket = await new Promise<Socket | null>((resolve) => {
        const socket = connect(port, "127.0.0.1", () => resolve(socket));
        socket.on("error", () => resolve(null));
      });
      if (this.socket === null && i > 150) throw new Error("Firefox does not listen");
      if (this.socket === null) await new Promise((resolve) => setTimeout(resolve, 200));
    }
    this.socket.on("data", (bytes: Buffer) => this.hear(bytes));
    await this.ask("WebDriver:NewSession", { capabilities: { alwaysMatch: {} } });
  }

  async go(url: string): Promise<void> {
    await this.ask("WebDriver:Navigate", { url });
  }

  /** Runs a function's body in the page. */
  async run(script: string): Promise<unknown> {
    const { value } = (await this.ask("WebDriver:ExecuteScript", { script, args: [] })) as { value: unknown };
    return value;
  }

  /** Waits until an expression is true in the page. */
  async until(expression: string): Promise<void> {
    for (let i = 0; (await this.run(`return Boolean(${expression})`)) !== true; i++) {
      if (i > 300) throw new Error(`not in 30 s: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  private async element(selector: string): Promise<string> {
    const found = await this.ask("WebDriver:FindElement", { using: "css selector", value: selector });
    return Object.values((found as { value: Record<string, string> }).value)[0];
  }

  /** Types text; a file's path into a chooser of files. */
  async type(selector: string, text: string): Promise<void> {
    await this.ask("WebDriver:ElementSendKeys", { id: await this.element(selector), text });
  }

  async click(selector: string): Promise<void> {
    await this.ask("WebDriver:ElementClick", { id: await this.element(selector) });
  }

  end(): void {
    this.socket?.destroy();
    this.child.kill();
  }

  private ask(command: string, values: object): Promise<unknown> {
    const id = ++this.asked;
    const text = JSON.stringify([0, id, command, values]);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ([error, value]) => (error === null ? resolve(value) : reject(new Error(error.message))));
      this.socket?.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  /** Messages have their length before them. */
  private hear(bytes: Buffer): void {
    this.held = Buffer.concat([this.held, bytes]);
    for (;;) {
      const colon = this.held.indexOf(":");
      const length = Number(this.held.subarray(0, Math.max(0, colon)).toString());
      if (colon < 0 || this.held.length < colon + 1 + length) return;
      const message = JSON.parse(this.held.subarray(colon + 1, colon + 1 + length).toString("utf8"));
      this.held = this.held.subarray(colon + 1 + length);
      if (Array.isArray(message)) this.waiting.get(message[1])?.([message[2], message[3]]);
    }
  }
}
