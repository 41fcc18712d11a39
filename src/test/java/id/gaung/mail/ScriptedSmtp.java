package id.gaung.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An SMTP server that does what a test tells it, at the point that the test names. */
final class ScriptedSmtp implements AutoCloseable {

  /** Where in the dialogue. */
  enum Point {
    BANNER,
    EHLO,
    MAIL,
    RCPT,
    DATA,
    /** In the middle of the data. */
    BODY,
    DOT,
    /** When a message was taken, before the next command. */
    AFTER
  }

  /** What is done instead of going on; a reply of "" says nothing at all. */
  record Act(Point at, String reply, boolean drops, boolean takes, Runnable meanwhile) {

    static Act says(Point at, String reply) {
      return new Act(at, reply, false, false, () -> {});
    }

    static Act drops(Point at) {
      return new Act(at, "", true, false, () -> {});
    }

    /** Takes the message and never says so. */
    static Act takesAndDrops() {
      return new Act(Point.DOT, "", true, true, () -> {});
    }

    static Act silent(Point at) {
      return new Act(at, "", false, false, () -> {});
    }

    static Act takesAndIsSilent() {
      return new Act(Point.DOT, "", false, true, () -> {});
    }

    /** Does something of the test's while the client waits. */
    static Act meanwhile(Point at, Runnable work) {
      return new Act(at, "go on", false, false, work);
    }
  }

  private final ServerSocket listening;
  private final Queue<Act> acts = new ConcurrentLinkedQueue<>();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger lines = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  private final Optional<SSLContext> tls;
  private final boolean fromTheStart;

  ScriptedSmtp() {
    this(Optional.empty(), false);
  }

  /**
   * @param fromTheStart whether lines are safe from the start, or from STARTTLS on
   */
  ScriptedSmtp(Optional<SSLContext> tls, boolean fromTheStart) {
    this.tls = tls;
    this.fromTheStart = fromTheStart;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
    Thread thread = new Thread(this::listen, "scripted smtp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  /** To be done once each, in this order, when their point is reached. */
  void will(Act... next) {
    acts.addAll(List.of(next));
  }

  /** The messages that were taken, as they came over the line. */
  List<String> taken() {
    return taken;
  }

  List<String> commands() {
    return commands;
  }

  /** How many connections there were. */
  int connections() {
    return lines.get();
  }

  /** Closes the connections that stand, as servers do with idle ones. */
  void closeIdle() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        lines.incrementAndGet();
        open.add(socket);
        Thread thread = new Thread(() -> meet(socket), "scripted smtp line");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException over) {
        return;
      }
    }
  }

  private static final class Dropped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void meet(Socket socket) {
    try {
      talk(fromTheStart ? safe(socket) : socket, true);
    } catch (IOException gone) {
      // That is the script.
    }
  }

  private Socket safe(Socket socket) throws IOException {
    SSLSocket safe =
        (SSLSocket)
            tls.orElseThrow().getSocketFactory().createSocket(socket, null, socket.getPort(), true);
    safe.setUseClientMode(false);
    return safe;
  }

  private void talk(Socket socket, boolean greets) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = socket.getOutputStream()) {
      if (greets) {
        answer(out, Point.BANNER, "220 scripted");
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
        String verb =
            line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
        switch (verb) {
          case "EHLO" ->
              answer(
                  out,
                  Point.EHLO,
                  tls.isPresent() && !fromTheStart && greets
                      ? "250-scripted\r\n250-STARTTLS\r\n250 8BITMIME"
                      : "250-scripted\r\n250 8BITMIME");
          case "STAR" -> {
            say(out, "220 go ahead");
            talk(safe(socket), false);
            return;
          }
          case "MAIL" -> answer(out, Point.MAIL, "250 ok");
          case "RCPT" -> answer(out, Point.RCPT, "250 ok");
          case "DATA" -> {
            if (answer(out, Point.DATA, "354 go on")) {
              body(in, out);
            }
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 ok");
        }
      }
    } catch (Dropped | IOException gone) {
      // That is the script.
    }
  }

  private void body(BufferedReader in, OutputStream out) throws IOException {
    StringBuilder data = new StringBuilder();
    boolean first = true;
    for (String line = in.readLine(); ; line = in.readLine()) {
      if (line == null) {
        return;
      }
      if (line.equals(".")) {
        break;
      }
      if (first) {
        first = false;
        act(out, Point.BODY);
      }
      data.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
    }
    Act act = next(Point.DOT);
    if (act == null || act.takes() || act.reply().startsWith("2") || act.reply().equals("go on")) {
      taken.add(data.toString());
    }
    if (act == null) {
      say(out, "250 taken");
    } else {
      perform(act, out, "250 taken");
    }
    act(out, Point.AFTER);
  }

  /** Whether the dialogue goes on as usual. */
  private boolean answer(OutputStream out, Point at, String usual) throws IOException {
    Act act = next(at);
    if (act == null) {
      say(out, usual);
      return true;
    }
    perform(act, out, usual);
    return act.reply().equals("go on");
  }

  private void act(OutputStream out, Point at) throws IOException {
    Act act = next(at);
    if (act != null) {
      perform(act, out, "");
    }
  }

  private Act next(Point at) {
    Act first = acts.peek();
    return first != null && first.at() == at ? acts.poll() : null;
  }

  private void perform(Act act, OutputStream out, String usual) throws IOException {
    act.meanwhile().run();
    if (act.drops()) {
      throw new Dropped();
    }
    if (act.reply().equals("trickle")) {
      trickle(out);
    }
    if (act.reply().isEmpty()) {
      waitForTheEnd();
      throw new SocketException("silent to the end");
    }
    say(out, act.reply().equals("go on") ? usual : act.reply());
  }

  /** A letter now and then, each before the client loses its patience. */
  private void trickle(OutputStream out) throws IOException {
    try {
      while (!closed.await(200, TimeUnit.MILLISECONDS)) {
        out.write('2');
        out.flush();
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private void waitForTheEnd() {
    try {
      closed.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(OutputStream out, String reply) throws IOException {
    if (!reply.isEmpty()) {
      out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listening.close();
      closeIdle();
    } catch (IOException over) {
      // It is over.
    }
  }
}
