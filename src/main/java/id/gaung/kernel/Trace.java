package id.gaung.kernel;

/**
 * The request being served on this thread, for the audit log; {@link #NONE} in jobs and commands.
 *
 * @param requestId the value of the response's X-Request-Id
 * @param address the caller's address as the server saw it
 */
public record Trace(String requestId, String address) {

  public static final Trace NONE = new Trace("", "");

  private static final ThreadLocal<Trace> CURRENT = ThreadLocal.withInitial(() -> NONE);

  public static Trace current() {
    return CURRENT.get();
  }

  /** Called by the request filter alone, at the start of a request. */
  public static void begin(Trace trace) {
    CURRENT.set(trace);
  }

  /** Called by the request filter alone, when the request ends. */
  public static void end() {
    CURRENT.remove();
  }
}
