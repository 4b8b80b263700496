import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Configuration } from '#platform';

/** Opens the port and answers with the address. @throws Error that says what to do when the port cannot be had */
export async function listen(app: NestFastifyApplication, { port, host }: Configuration): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'EADDRINUSE') {
      throw new Error(
        `Port ${port} is in use by another program. Stop it, or choose another: PORT=${port + 1} npm start`,
        { cause: error },
      );
    }
    if (code === 'EACCES') {
      throw new Error(`This account may not open port ${port}. Choose one above 1023: PORT=3000 npm start`, {
        cause: error,
      });
    }
    throw error;
  }
  const bound = app.getHttpServer().address();
  return `http://${host}:${bound !== null && typeof bound === 'object' ? bound.port : port}`;
}
