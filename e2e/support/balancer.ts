import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { requirePrograms } from "@/lib/engines/start-install";
import { answersHttp, type Engine, startEngine } from "@/lib/engines/start-process";

/**
 * nginx before several copies of the app: round robin without stickiness, asking the next copy where one can't be reached.
 * What was sent already and is no GET is never sent twice: that is the client's to decide. `dir` is a folder of its own.
 */
export async function startBalancer(dir: string, port: number, copies: number[]): Promise<Engine> {
  requirePrograms("nginx", { programs: ["nginx"], packages: ["nginx-light"] });
  await mkdir(dir, { recursive: true });
  const config = join(dir, "nginx.conf");
  await writeFile(config, configuration(dir, port, copies));
  const endpoint = `http://localhost:${port}`;
  return startEngine(endpoint, {
    name: "nginx",
    command: "nginx",
    args: ["-c", config, "-p", dir, "-e", join(dir, "error.log")],
    logFile: join(dir, "nginx.log"),
    isReady: () => answersHttp(endpoint),
  });
}

// A connection that lies idle for longer than the copies' delay before they close would be closed under a request.
const configuration = (dir: string, port: number, copies: number[]): string => `
daemon off;
master_process off;
pid ${dir}/nginx.pid;
events { worker_connections 8192; }
http {
  access_log off;
  client_max_body_size 0;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${dir}/${kind};`).join(" ")}
  upstream copies {
    ${copies.map((copy) => `server 127.0.0.1:${copy} fail_timeout=1s;`).join("\n    ")}
    keepalive 64;
    keepalive_timeout 2s;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://copies;
      proxy_http_version 1.1;
      proxy_request_buffering off;
      proxy_buffering off;
      proxy_connect_timeout 2s;
      proxy_read_timeout 300s;
      proxy_next_upstream error timeout;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
    }
  }
}
`;
