/** In place of socket.io's third way to connect, which the server does not offer and no page asks for. */
export const WT = null;
