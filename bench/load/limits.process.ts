/** Servers that do nothing but answer: what this machine could do at most. */
import { Controller, Get, Header, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import 'reflect-metadata';
import { Server } from 'socket.io';
import type { Limit } from './limit';

const RAW_BODY = Buffer.alloc(20_000, 'x');
const STATIC_PAGE = `<!doctype html><title>Page</title>${'<p>Words of a page</p>'.repeat(1000)}`.slice(
  0,
  22_000,
);

@Controller()
class Still {
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(): string {
    return STATIC_PAGE;
  }
}

@Module({ controllers: [Still] })
class StillModule {}

async function raw(): Promise<number> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': RAW_BODY.length });
    response.end(RAW_BODY);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function nest(): Promise<number> {
  const app = await NestFactory.create(StillModule, { logger: false });
  await app.listen(0, '127.0.0.1');
  return (app.getHttpServer().address() as AddressInfo).port;
}

/** socket.io with nothing around it: what one says, all others hear. */
async function sockets(): Promise<number> {
  const server = createServer();
  const io = new Server(server, { transports: ['websocket'], serveClient: false });
  io.on('connection', (socket) => {
    void socket.join('room');
    socket.on('say', (message: unknown, acknowledge: (answer: object) => void) => {
      io.to('room').emit('room:entries', message);
      acknowledge({});
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

const KINDS = { raw, nest, sockets };

process.once('message', (kind: Limit) => {
  void KINDS[kind]().then((port) => process.send!(port));
});
process.once('disconnect', () => process.exit());
