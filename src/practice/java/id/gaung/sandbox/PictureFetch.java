package id.gaung.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;

/**
 * Pulls a picture or a video from the address an application gave, as Instagram does. Unlike
 * Instagram it accepts addresses of this machine, without which practice would need a public host.
 */
final class PictureFetch {

  private static final int MAX_BYTES = 8 * 1024 * 1024;

  /** A pixel's rounding must not refuse a picture cut to the very limit. */
  private static final double ROUNDING = 0.01;

  private final Set<String> formats;
  private final double minRatio;
  private final double maxRatio;

  /**
   * @param formats such as {@code jpeg}
   * @param minRatio width divided by height
   */
  PictureFetch(Set<String> formats, double minRatio, double maxRatio) {
    this.formats = Set.copyOf(formats);
    this.minRatio = minRatio;
    this.maxRatio = maxRatio;
  }

  static PictureFetch anyPicture() {
    return new PictureFetch(Set.of("jpeg", "png"), 0, Double.MAX_VALUE);
  }

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** A picture the network would take. */
  static final class Fetched {
    private final byte[] content;
    private final PictureSize size;

    private Fetched(byte[] content, PictureSize size) {
      this.content = content;
      this.size = size;
    }

    byte[] content() {
      return content;
    }

    PictureSize size() {
      return size;
    }
  }

  /**
   * @throws PracticeRefusal with the code for what is wrong with the address or the picture
   */
  Fetched fetch(String url) {
    byte[] content = pull(url);
    if (content.length > MAX_BYTES) {
      throw GraphErrors.refuse(
          36000, 2207004, "The image is too large to download. It should be less than 8 MiB.");
    }
    PictureSize size = PictureSize.read(content).orElseThrow(() -> notFetched(url));
    if (!formats.contains(size.format())) {
      throw GraphErrors.refuse(36001, 2207005, "The image format is not supported.");
    }
    if (size.ratio() < minRatio - ROUNDING || size.ratio() > maxRatio + ROUNDING) {
      throw GraphErrors.refuse(
          36003,
          2207009,
          "The submitted image with aspect ratio "
              + size.width()
              + "/"
              + size.height()
              + " cannot be published. Please submit an image with a valid aspect ratio.");
    }
    return new Fetched(content, size);
  }

  /**
   * The picture shown before a reel plays: any size and shape up to a picture's bytes.
   *
   * @throws PracticeRefusal as {@link #fetch}
   */
  byte[] cover(String url) {
    byte[] content = pull(url);
    if (content.length > MAX_BYTES || PictureSize.read(content).isEmpty()) {
      throw notFetched(url);
    }
    return content;
  }

  /**
   * A video, read as it comes.
   *
   * @throws IOException if it cannot be had, or is too long
   * @throws PracticeRefusal as {@link #fetch}
   */
  PracticeFile video(String url) throws IOException {
    try (InputStream in = open(url)) {
      return PracticeFile.read(in, "video/mp4", MAX_BYTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notFetched(url);
    }
  }

  private byte[] pull(String url) {
    try (InputStream in = open(url)) {
      return in.readNBytes(MAX_BYTES + 1);
    } catch (HttpTimeoutException e) {
      throw GraphErrors.refuse(-2, 2207003, "It takes too long to download the media.");
    } catch (IOException e) {
      throw notFetched(url);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notFetched(url);
    }
  }

  private InputStream open(String url) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(
            HttpRequest.newBuilder(address(url)).timeout(Duration.ofSeconds(10)).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      response.body().close();
      throw notFetched(url);
    }
    return response.body();
  }

  private static URI address(String url) {
    try {
      URI uri = URI.create(url);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme();
      boolean ascii = url.chars().allMatch(c -> c < 128);
      if (ascii && uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw notFetched(url);
    }
    throw notFetched(url);
  }

  private static PracticeRefusal notFetched(String url) {
    return GraphErrors.refuse(
        9004, 2207052, "The media could not be fetched from this URI: " + url);
  }
}
