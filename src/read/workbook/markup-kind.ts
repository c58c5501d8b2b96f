/** What a file of markup is, told by its first bytes: most files are none, and nothing else is loaded for them. */

/** What begins so is a page or XML, whatever it is named; null for any other file. */
export function markupOf(text: string): "html" | "spreadsheetml" | "xml" | null {
  // What PHP has to say stands before the page that it made.
  const head = text.replace(/^\s*(?:PHP )?(?:warning|notice|deprecated|strict standards): [^<]*(?=<)/i, "");
  if (!/^\s*<[a-z!?/]/i.test(head)) return null;
  const start = head.replace(/^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*/, "");
  if (/^<(?:\w+:)?workbook[\s>]/i.test(start)) return "spreadsheetml";
  const isXml =
    /^\s*<\?xml/i.test(head) && !/^<(?:!doctype\s+html|html|head|body|table|div|meta|center)[\s>]/i.test(start);
  return isXml ? "xml" : "html";
}

/** The encoding that a page or an XML file names, in small letters. */
export function namedEncoding(head: string): string | null {
  const [, xml] = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/i.exec(head) ?? [];
  const [, meta] = /<meta[^>]*?charset\s*=\s*["']?([\w-]+)/i.exec(head) ?? [];
  return (xml ?? meta)?.toLowerCase() ?? null;
}
