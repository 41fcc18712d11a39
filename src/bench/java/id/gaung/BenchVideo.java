package id.gaung;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** An MP4 of any size with sound tables and noise in place of pictures. */
final class BenchVideo {

  private BenchVideo() {}

  /**
   * @param bytes of the whole file
   */
  static Path write(Path file, long bytes, long seed) throws IOException {
    byte[] head = joined(box("ftyp", text("isom"), number(512), text("isommp42")), movie());
    Random random = new Random(seed);
    byte[] noise = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(head);
      long left = bytes - head.length;
      out.write(number((int) left));
      out.write(text("mdat"));
      left -= 8;
      while (left > 0) {
        random.nextBytes(noise);
        int part = (int) Math.min(noise.length, left);
        out.write(noise, 0, part);
        left -= part;
      }
    }
    return file;
  }

  private static byte[] movie() {
    byte[] entry =
        box(
            "avc1",
            new byte[24],
            ByteBuffer.allocate(4).putShort((short) 1920).putShort((short) 1080).array(),
            new byte[50]);
    byte[] table =
        box(
            "stbl",
            full("stsd", number(1), entry),
            full("stts", number(1), number(900), number(20)),
            full("stsc", number(1), number(1), number(1), number(1)),
            full("stsz", number(100), number(1)),
            full("stco", number(1), number(2000)));
    byte[] media =
        box(
            "mdia",
            full("mdhd", new byte[8], number(600), number(18_000), number(0)),
            full("hdlr", number(0), text("vide"), new byte[13]),
            box("minf", full("vmhd", new byte[8]), table));
    byte[] header =
        full(
            "tkhd",
            new byte[8],
            number(1),
            number(0),
            number(18_000),
            new byte[16],
            number(0x10000),
            new byte[12],
            number(0x10000),
            new byte[12],
            number(0x40000000),
            number(1920 << 16),
            number(1080 << 16));
    return box(
        "moov",
        full("mvhd", new byte[8], number(600), number(18_000), new byte[80]),
        box("trak", header, media));
  }

  private static byte[] full(String type, byte[]... parts) {
    return box(type, number(0), joined(parts));
  }

  private static byte[] box(String type, byte[]... parts) {
    byte[] content = joined(parts);
    return joined(number(8 + content.length), text(type), content);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
