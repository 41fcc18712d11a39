package id.gaung.media;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadLock;
import me.desair.tus.server.upload.UploadLockingService;
import me.desair.tus.server.upload.UuidUploadIdFactory;
import org.jspecify.annotations.Nullable;

/**
 * The tus protocol, version 1.0.0, between our doors and the library that speaks it: a door has let
 * the request in by the rules of all doors; what the library would answer by itself becomes the
 * door's answer.
 */
final class TusExchange {

  /** The addresses below which uploads lie: the staff's, and those of a creator's link. */
  private static final String DOORS =
      "/api/v1/(uploads|offer-links/[^/]+/deliverables/[^/]+/media)";

  private final TusFileUploadService service;

  TusExchange(UploadStore store) {
    this.service =
        new TusFileUploadService()
            .withUploadIdFactory(new UuidUploadIdFactory())
            .withUploadUri(DOORS)
            .withUploadStorageService(store)
            .withUploadLockingService(new NoLocks())
            .disableTusExtension("checksum")
            .disableTusExtension("concatenation")
            .disableTusExtension("expiration");
  }

  /**
   * @param body as the doors' rules let it through
   */
  Response answer(
      HttpServletRequest request, HttpServletResponse response, InputStream body, String owner)
      throws IOException {
    Captured answer = new Captured(response);
    service.process(new Sent(request, body), answer, owner);
    if (answer.getStatus() >= 400) {
      throw new WebApplicationException(answer.getStatus());
    }
    Response.ResponseBuilder built = Response.status(answer.getStatus());
    answer.headers.forEach(
        (name, value) -> {
          if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
            built.header(name, value);
          }
        });
    return built.build();
  }

  /** Who may go on with an upload at one time, {@link UploadTurns} says before. */
  private static final class NoLocks implements UploadLockingService {
    @Override
    public @Nullable UploadLock lockUploadByUri(String uri) {
      return null;
    }

    @Override
    public void cleanupStaleLocks() {}

    @Override
    public boolean isLocked(UploadId id) {
      return false;
    }

    @Override
    public void setIdFactory(UploadIdFactory factory) {}
  }

  private static final class Sent extends HttpServletRequestWrapper {
    private final Body body;

    Sent(HttpServletRequest request, InputStream body) {
      super(request);
      this.body = new Body(body);
    }

    /** What a request is, its line says: a header must not make another one of it. */
    @Override
    public @Nullable String getHeader(String name) {
      return name.equalsIgnoreCase("X-HTTP-Method-Override") ? null : super.getHeader(name);
    }

    /** It may hold the key of a link, which no log may keep. */
    @Override
    public StringBuffer getRequestURL() {
      return new StringBuffer("(an upload)");
    }

    @Override
    public ServletInputStream getInputStream() {
      return body;
    }
  }

  private static final class Body extends ServletInputStream {
    private final InputStream in;
    private boolean finished;

    Body(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      finished = b < 0;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      finished = count < 0;
      return count;
    }

    @Override
    public boolean isFinished() {
      return finished;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("read as it comes");
    }
  }

  private static final class Captured extends HttpServletResponseWrapper {
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int status = 200;

    Captured(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setStatus(int code) {
      status = code;
    }

    @Override
    public void sendError(int code, String message) {
      status = code;
    }

    @Override
    public int getStatus() {
      return status;
    }

    @Override
    public void setHeader(String name, String value) {
      headers.put(name, value);
    }

    @Override
    public @Nullable String getHeader(String name) {
      return headers.get(name);
    }
  }
}
