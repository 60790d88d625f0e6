import { subscribe } from "node:diagnostics_channel";
import { renameSync, writeFileSync } from "node:fs";
import type { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";
import { z } from "zod";

const Message = z.looseObject({ socket: z.custom<Socket>() });

/**
 * Loaded into the app's process before all else: counts what passes through each of its sockets, to and from browsers,
 * database and store. SIGUSR2 writes the sum, in bytes, to the file that SOCKET_COUNT_FILE and the process id name.
 */
function countSockets(file: string): void {
  const open = new Set<Socket>();
  let closed = 0;
  const count = (message: unknown) => {
    const { socket } = Message.parse(message);
    open.add(socket);
    socket.once("close", () => {
      open.delete(socket);
      closed += bytesOf(socket);
    });
  };
  subscribe("net.server.socket", count);
  subscribe("net.client.socket", count);
  process.on("SIGUSR2", () => {
    const sum = [...open].reduce((bytes, socket) => bytes + bytesOf(socket), closed);
    writeFileSync(`${file}.new`, String(sum));
    renameSync(`${file}.new`, file);
  });
}

const bytesOf = (socket: Socket): number => socket.bytesRead + socket.bytesWritten;

if (isMainThread && process.env.SOCKET_COUNT_FILE) countSockets(`${process.env.SOCKET_COUNT_FILE}.${process.pid}`);
