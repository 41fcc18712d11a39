package id.gaung;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Words, types and bodies that no door should be given. */
final class AbuseBodies {

  static final List<String> TYPES =
      List.of(
          "application/json",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=b",
          "multipart/form-data",
          "text/csv",
          "image/jpeg",
          "image/png",
          "application/octet-stream",
          "application/xml",
          "application/json; charset=utf-16",
          "*/*",
          "x");

  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1e400",
          "99999999999999999999",
          "1.5",
          "48.000",
          "{3}",
          "<script>",
          "' or 1=1 --",
          "\u0000",
          "\ud83d\ude00",
          "\u202e",
          "../../etc/passwd",
          "2026-02-30",
          "2026-11-29T10:00",
          "+999999999-01-01",
          "null",
          "true",
          "a@b.example",
          "%00",
          "x".repeat(5_000),
          "x".repeat(200_000));

  private AbuseBodies() {}

  static byte[] odd(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> new byte[0];
      case 1 -> "[".repeat(50_000).getBytes(StandardCharsets.UTF_8);
      case 2 -> "{\"a\":".getBytes(StandardCharsets.UTF_8);
      case 3 -> "a=1&".repeat(20_000).getBytes(StandardCharsets.UTF_8);
      case 4 -> new byte[3_000_000];
      case 5 ->
          ("--b\r\nContent-Disposition: form-data; name=\""
                  + word(random, 3_000)
                  + "\"; filename=\"a\"\r\nContent-Type: x\r\nX: "
                  + "y".repeat(20_000)
                  + "\r\n\r\n"
                  + "z".repeat(30_000)
                  + "\r\n--b--\r\n")
              .getBytes(StandardCharsets.UTF_8);
      case 6 -> // a PNG's head that promises 20,000 by 20,000 pixels
          Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAATiAAAE4gCAIAAAAAAAAA");
      default -> {
        byte[] noise = new byte[1 + random.nextInt(5_000)];
        random.nextBytes(noise);
        yield noise;
      }
    };
  }

  static byte[] zipped(byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(all)) {
      out.write(body);
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; body.length % 3 == 0 && i < 60; i++) {
        out.write(zeros);
      }
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return all.toByteArray();
  }

  static String word(Random random, int most) {
    String word = one(WORDS, random);
    return word.length() > most ? word.substring(0, most) : word;
  }

  static String header(Random random) {
    return word(random, 3_000).replaceAll("[^\\x20-\\x7e]", "?");
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
