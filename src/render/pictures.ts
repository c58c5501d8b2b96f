/** Charts as pictures, for documents that cannot draw: resvg in WebAssembly, with a font that has every Vietnamese letter. */

import regularFont from "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf";
import boldFont from "@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import wasm from "@resvg/resvg-wasm/index_bg.wasm";
import { png } from "./png.ts";

const family = "Be Vietnam Pro";

/** On paper the variables of the page's style sheet are these. */
const inks: Readonly<Record<string, string>> = {
  paper: "#ffffff",
  ink: "#000000",
  muted: "#777777",
  accent: "#1f5fa8",
  "accent-soft": "#c9dcf2",
  pass: "#14582f",
  fail: "#9c1c15",
  "fail-soft": "#f6d3d0",
};

/** A chart with its colours written out and a font of its own, for whom no style sheet speaks. */
export function onPaper(svg: string): string {
  return (
    svg
      .replace(/var\(--([a-z-]+)\)/g, (_, name: string) => inks[name] ?? "#000000")
      .replace(/font-family: ?inherit/g, `font-family: ${family}, 'Times New Roman', serif`)
      .replaceAll("currentColor", "#000000")
      // Words on a line of the chart have paper of their own, which costs more than the rest of the drawing.
      .replace(/ paint-order="stroke" stroke-linejoin="round" stroke-width="\d+" stroke="#ffffff"/g, "")
      // The font has no crosses.
      .replaceAll("✗", "×")
  );
}

let ready: Promise<void> | null = null;

/** A picture of a chart that `onPaper` has made ready, so many pixels wide. */
export async function pngOf(svg: string, width: number): Promise<Uint8Array> {
  ready ??= initWasm(wasm as Uint8Array<ArrayBuffer>);
  await ready;
  const drawing = new Resvg(svg, {
    background: "white",
    fitTo: { mode: "width", value: width },
    font: {
      fontBuffers: [regularFont, boldFont],
      loadSystemFonts: false,
      defaultFontFamily: family,
      sansSerifFamily: family,
      serifFamily: family,
    },
  });
  const image = drawing.render();
  const bytes = png(image.pixels, image.width, image.height);
  image.free();
  drawing.free();
  return bytes;
}
