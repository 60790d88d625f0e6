import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { requirePrograms } from "@/lib/engines/start-install";
import { answersHttp, type Engine, startEngine } from "@/lib/engines/start-process";

/**
 * Caddy before several copies of the app: round robin without stickiness among those that say that they are ready. It tries
 * no copy in another's place: what a stopped one loses is to be seen. `dir` is a folder of its own.
 */
export async function startBalancer(dir: string, port: number, copies: number[]): Promise<Engine> {
  requirePrograms("Caddy", { programs: ["caddy"], packages: ["caddy"] });
  await mkdir(dir, { recursive: true });
  const config = join(dir, "Caddyfile");
  await writeFile(config, configuration(port, copies));
  const endpoint = `http://localhost:${port}`;
  return startEngine(endpoint, {
    name: "Caddy",
    command: "caddy",
    args: ["run", "--config", config, "--adapter", "caddyfile"],
    env: { XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir },
    logFile: join(dir, "caddy.log"),
    isReady: () => answersHttp(endpoint),
  });
}

const configuration = (port: number, copies: number[]): string => `{
	admin off
	auto_https off
}
http://localhost:${port} {
	bind 127.0.0.1
	reverse_proxy ${copies.map((copy) => `127.0.0.1:${copy}`).join(" ")} {
		lb_policy round_robin
		health_uri /api/ready
		health_interval 1s
		health_timeout 5s
		flush_interval -1
		transport http {
			keepalive 60s
		}
	}
}
`;
