package id.gaung;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A line to a server that breaks off each time so many bytes have gone through it, or is slow. */
final class PoorLink implements AutoCloseable {

  private final ServerSocket door;
  private final int server;
  private final long every;
  private final int most;
  private final long bytesPerSecond;
  private final AtomicLong through = new AtomicLong();
  private final AtomicInteger cuts = new AtomicInteger();

  private PoorLink(ServerSocket door, int server, long every, int most, long bytesPerSecond) {
    this.door = door;
    this.server = server;
    this.every = every;
    this.most = most;
    this.bytesPerSecond = bytesPerSecond;
  }

  /** Cut so often, each time after that many bytes. */
  static PoorLink cut(int server, long every, int most) throws IOException {
    return open(server, every, most, Long.MAX_VALUE);
  }

  /** Never cut; so many bytes a second go towards the server. */
  static PoorLink slow(int server, long bytesPerSecond) throws IOException {
    return open(server, Long.MAX_VALUE, 0, bytesPerSecond);
  }

  private static PoorLink open(int server, long every, int most, long bytesPerSecond)
      throws IOException {
    ServerSocket door = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    PoorLink link = new PoorLink(door, server, every, most, bytesPerSecond);
    daemon(link::listen);
    return link;
  }

  int port() {
    return door.getLocalPort();
  }

  int cuts() {
    return cuts.get();
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        Socket far = new Socket("localhost", server);
        daemon(() -> carry(near, far, true));
        daemon(() -> carry(far, near, false));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void carry(Socket from, Socket to, boolean counted) {
    byte[] buffer = new byte[16_384];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
        if (counted && bytesPerSecond < Long.MAX_VALUE) {
          TimeUnit.NANOSECONDS.sleep(count * 1_000_000_000L / bytesPerSecond);
        }
        if (counted
            && most > 0
            && through.addAndGet(count) >= every * (cuts.get() + 1)
            && cuts.get() < most) {
          cuts.incrementAndGet();
          return;
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (IOException cut) {
      // Both ends are closed, as when a line breaks.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "link");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
