/** The settings that hold a secret, or an address with a password in it. */
const secrets = ['DATABASE_URL', 'SMTP_URL', 'NOTIFY_API_KEY', 'ROOM_TOKEN_KEY', 'TURN_SECRET'];

/**
 * Takes the secrets out of this process's environment, once they have been read. The media workers, which read what
 * strangers send and inherit the environment, then do not have them.
 */
export function forgetSecrets(environment: NodeJS.ProcessEnv): void {
  for (const name of secrets) delete environment[name];
}
