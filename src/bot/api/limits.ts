/**
 * How long a call may take. Telegram answers within a second; what takes ten is a connection that died without
 * saying so, and a chat must not be held up by it for grammY's default of eight minutes.
 */
export const CALL_LIMIT_SECONDS = 10;

/** How long Telegram holds a request for updates open when there are none; 30 is the usual choice. */
export const POLL_SECONDS = 30;
