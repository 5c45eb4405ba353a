import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to the server that can be cut and made slow. */
export class Way {
  /** Milliseconds by which everything is late. */
  delay = 0;
  private isCut = false;
  private readonly target: number;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  static async to(target: number): Promise<Way> {
    const way = new Way(target);
    await new Promise<void>((resolve) => way.server.listen(0, '127.0.0.1', resolve));
    return way;
  }

  private constructor(target: number) {
    this.target = target;
    this.server = createServer((near) => {
      if (this.isCut) {
        near.destroy();
        return;
      }
      const far = connect(this.target, '127.0.0.1');
      this.join(near, far);
      this.join(far, near);
    });
  }

  get port(): number {
    const address = this.server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  /** Ends every connection in the middle of what it is doing, and lets nobody in. */
  cut(): void {
    this.isCut = true;
    this.drop();
  }

  /** Ends every connection once. */
  drop(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.on('error', () => {});
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
    from.on('data', (data) => {
      if (this.delay === 0) to.write(data);
      else setTimeout(() => to.destroyed || to.write(data), this.delay);
    });
  }
}
