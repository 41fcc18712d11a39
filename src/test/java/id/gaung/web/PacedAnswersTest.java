package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers on real sockets, with limits small enough not to wait for. */
class PacedAnswersTest {

  /** More than any socket keeps for a reader who does not read. */
  private static final int BYTES = 48 * 1024 * 1024;

  /** What became of each answer: empty once it was written whole. */
  private final BlockingQueue<Optional<Throwable>> ends = new LinkedBlockingQueue<>();

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    // Less than 5 MB a second is too slow, after a quarter of a second of patience.
    server.setHandler(
        new PacedAnswers(new Large(), 5_000_000, Duration.ofMillis(250), System::nanoTime));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private Socket reader() throws Exception {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(16 * 1024);
    socket.setSoTimeout(20_000);
    socket.connect(new InetSocketAddress("127.0.0.1", connector.getLocalPort()));
    socket
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  void who_does_not_take_the_answer_gives_the_thread_back() throws Exception {
    try (Socket idle = reader();
        Socket dribbling = reader()) {
      assertThat(dribbling.getInputStream().read()).isEqualTo('H');
      for (int i = 0; i < 2; i++) {
        Optional<Throwable> end = ends.poll(20, TimeUnit.SECONDS);
        assertThat(end).as("the thread is free").isNotNull();
        assertThat(end).isPresent();
      }
    }
  }

  @Test
  void who_takes_it_steadily_gets_it_whole() throws Exception {
    try (Socket steady = reader()) {
      InputStream in = steady.getInputStream();
      byte[] buffer = new byte[1 << 20];
      long read = 0;
      while (read < BYTES) {
        int count = in.read(buffer);
        assertThat(count).as("cut after %d bytes", read).isPositive();
        read += count;
      }
      assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo(Optional.empty());
    }
  }

  /** Writes a large answer from the thread of its request, as doors do. */
  private final class Large extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      byte[] some = new byte[32 * 1024];
      try (OutputStream out = Content.Sink.asOutputStream(response)) {
        for (int sent = 0; sent < BYTES; sent += some.length) {
          out.write(some);
        }
      } catch (Exception cut) {
        ends.add(Optional.of(cut));
        callback.failed(cut);
        return true;
      }
      ends.add(Optional.empty());
      callback.succeeded();
      return true;
    }
  }
}
