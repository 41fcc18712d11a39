package id.gaung;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A mail server that drops one line in ten, at any point of the dialogue: some after it took the
 * message and before it said so. Counts what it took, by Message-ID.
 */
final class PostOffice implements AutoCloseable {

  private static final int ONE_IN = 10;

  /** Where a line is dropped. */
  private enum Point {
    BANNER,
    MAIL,
    RCPT,
    DATA,
    BODY,
    BEFORE_TAKING,
    AFTER_TAKING,
    NOWHERE
  }

  private final ServerSocket listening;
  private final Random random;
  private final Map<String, Integer> taken = new ConcurrentHashMap<>();
  private volatile boolean drops = true;

  PostOffice(int seed) throws IOException {
    random = new Random(seed);
    listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    start(this::listen);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** How often each message was taken. */
  Map<String, Integer> taken() {
    return taken;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "post office");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        start(() -> talk(socket));
      } catch (IOException over) {
        return;
      }
    }
  }

  private synchronized Point draw() {
    boolean drop = drops && random.nextInt(ONE_IN) == 0;
    return drop ? Point.values()[random.nextInt(Point.values().length - 1)] : Point.NOWHERE;
  }

  private void talk(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = socket.getOutputStream()) {
      if (draw() == Point.BANNER) {
        return;
      }
      say(out, "220 post office");
      Point drop = Point.NOWHERE;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
        if (verb.equals("MAIL")) {
          drop = draw();
        }
        if (verb.equals(drop.name())) {
          return;
        }
        if (verb.equals("DATA")) {
          say(out, "354 go on");
          if (!body(in, out, drop)) {
            return;
          }
        } else {
          say(out, verb.equals("QUIT") ? "221 bye" : "250 ok");
        }
      }
    } catch (IOException gone) {
      // The sender was killed.
    }
  }

  /** Whether the line stands. */
  private boolean body(BufferedReader in, OutputStream out, Point drop) throws IOException {
    String id = "";
    String line = in.readLine();
    for (; line != null && !line.equals("."); line = in.readLine()) {
      if (drop == Point.BODY) {
        return false;
      }
      if (id.isEmpty() && line.startsWith("Message-ID: ")) {
        id = line.substring("Message-ID: ".length()).strip();
      }
    }
    if (line == null || drop == Point.BEFORE_TAKING) {
      return false;
    }
    taken.merge(id, 1, Integer::sum);
    if (drop == Point.AFTER_TAKING) {
      return false;
    }
    say(out, "250 taken");
    return true;
  }

  private static void say(OutputStream out, String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    drops = false;
    listening.close();
  }
}
