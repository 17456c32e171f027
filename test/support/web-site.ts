import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface WebSite {
  readonly origin: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
  readonly agents: Set<string>;
  close(): Promise<void>;
}

/** A web site on loopback. Without a page for `/robots.txt` it has none; other unknown paths are 404 too. */
export async function openSite(pages: Readonly<Record<string, Handler | string>>): Promise<WebSite> {
  const asked: string[] = [];
  const agents = new Set<string>();
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push(path);
    agents.add(request.headers["user-agent"] ?? "");
    const page = pages[path] ?? pages[path.replace(/\?.*/, "")];
    if (page === undefined) response.writeHead(404).end("not here");
    else if (typeof page === "string")
      response.setHeader("content-type", "text/html; charset=utf-8").end(page);
    else page(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    agents,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export function redirectTo(location: string): Handler {
  return (_request, response) => void response.writeHead(302, { location }).end();
}
