package id.gaung.platform;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A body that OkHttp must not send a second time. Without this mark it repeats a POST by itself
 * after 503 with {@code Retry-After: 0}, 408 and 421.
 */
final class OneShotBody extends RequestBody {

  /** Our own content failed while it was being sent: not the network's fault. */
  static final class ContentUnreadable extends IOException {
    private static final long serialVersionUID = 1L;

    ContentUnreadable(IOException cause) {
      super("the content to be sent could not be read", cause);
    }
  }

  private final RequestBody content;

  private OneShotBody(RequestBody content) {
    this.content = content;
  }

  static RequestBody of(RequestBody content) {
    return new OneShotBody(content);
  }

  static RequestBody empty() {
    return new OneShotBody(RequestBody.create(new byte[0], null));
  }

  static RequestBody file(String mimeType, long bytes, Picture.Content file) {
    return new OneShotBody(new FileBody(MediaType.get(mimeType), bytes, file));
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public @Nullable MediaType contentType() {
    return content.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    return content.contentLength();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    content.writeTo(sink);
  }

  private static final class FileBody extends RequestBody {
    private final MediaType type;
    private final long bytes;
    private final Picture.Content file;

    FileBody(MediaType type, long bytes, Picture.Content file) {
      this.type = type;
      this.bytes = bytes;
      this.file = file;
    }

    @Override
    public MediaType contentType() {
      return type;
    }

    @Override
    public long contentLength() {
      return bytes;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      byte[] buffer = new byte[8192];
      try (InputStream in = open()) {
        for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
          sink.write(buffer, 0, n);
        }
      }
    }

    private InputStream open() throws ContentUnreadable {
      try {
        return file.open();
      } catch (IOException e) {
        throw new ContentUnreadable(e);
      }
    }

    private static int read(InputStream in, byte[] buffer) throws ContentUnreadable {
      try {
        return in.read(buffer);
      } catch (IOException e) {
        throw new ContentUnreadable(e);
      }
    }
  }
}
