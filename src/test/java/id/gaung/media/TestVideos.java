package id.gaung.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes small MP4 and MOV files with sound tables; the samples in them are not pictures. */
public final class TestVideos {

  static final String PLACE = "-1.2379+116.8529/";

  String brand = "isom";
  String videoCodec = "avc1";
  String audioCodec = "mp4a";
  boolean sound = true;
  boolean moovFirst = true;
  boolean wideOffsets;
  int width = 1920;
  int height = 1080;
  int timescale = 600;
  int[][] times = {{30, 20}};
  int[] matrix = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};
  int version;
  byte[] samples = text("frame-frame-frame-frame-frame");
  final List<byte[]> inMovie = new ArrayList<>();
  final List<byte[]> inTrack = new ArrayList<>();
  final List<byte[]> inFile = new ArrayList<>();
  final List<byte[]> furtherTracks = new ArrayList<>();

  public static TestVideos mp4() {
    return new TestVideos();
  }

  public static TestVideos mov() {
    TestVideos mov = new TestVideos();
    mov.brand = "qt  ";
    mov.videoCodec = "hvc1";
    return mov;
  }

  TestVideos turned(int degrees) {
    int one = 0x10000;
    int[][] turns = {{one, 0, 0, one}, {0, one, -one, 0}, {-one, 0, 0, -one}, {0, -one, one, 0}};
    int[] turn = turns[degrees / 90];
    matrix = new int[] {turn[0], turn[1], 0, turn[2], turn[3], 0, 0, 0, 0x40000000};
    return this;
  }

  public byte[] bytes() {
    byte[] type = box("ftyp", text(brand), number(512), text(brand));
    byte[] data = box("mdat", samples);
    byte[] further = joined(inFile);
    if (!moovFirst) {
      return joined(List.of(type, data, further, movie(type.length + 8)));
    }
    int moov = movie(0).length;
    return joined(List.of(type, movie(type.length + moov + 8), data, further));
  }

  private byte[] movie(int offset) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(
        version == 0
            ? full(
                "mvhd", 0, number(0), number(0), number(timescale), number(length()), new byte[80])
            : full("mvhd", 1, new byte[16], number(timescale), longNumber(length()), new byte[80]));
    parts.add(track("vide", offset));
    if (sound) {
      parts.add(track("soun", offset));
    }
    parts.addAll(furtherTracks);
    parts.addAll(inMovie);
    return box("moov", joined(parts));
  }

  private int length() {
    return Arrays.stream(times).mapToInt(t -> t[0] * t[1]).sum();
  }

  private byte[] track(String handler, int offset) {
    boolean video = handler.equals("vide");
    byte[] head =
        version == 0
            ? joined(List.of(number(0), number(0), number(1), number(0), number(length())))
            : joined(List.of(new byte[16], number(1), number(0), longNumber(length())));
    byte[] turned = new byte[0];
    for (int cell : matrix) {
      turned = joined(List.of(turned, number(cell)));
    }
    byte[] header =
        full(
            "tkhd",
            version,
            head,
            new byte[16],
            turned,
            number(video ? width << 16 : 0),
            number(video ? height << 16 : 0));
    byte[] entry =
        video
            ? box(
                videoCodec,
                new byte[24],
                ByteBuffer.allocate(4).putShort((short) width).putShort((short) height).array(),
                new byte[50])
            : box(audioCodec, new byte[28]);
    List<byte[]> parts = new ArrayList<>(List.of(header));
    if (video) {
      parts.addAll(inTrack);
    }
    parts.add(media(handler, entry, offset, timescale));
    return box("trak", joined(parts));
  }

  private byte[] media(String handler, byte[] entry, int offset, int scale) {
    byte[] stts = number(times.length);
    for (int[] run : times) {
      stts = joined(List.of(stts, number(run[0]), number(run[1])));
    }
    byte[] table =
        box(
            "stbl",
            full("stsd", 0, number(1), entry),
            full("stts", 0, stts),
            full("stsc", 0, number(1), number(1), number(1), number(1)),
            full("stsz", 0, number(samples.length), number(1)),
            wideOffsets
                ? full("co64", 0, number(1), longNumber(offset))
                : full("stco", 0, number(1), number(offset)));
    return box(
        "mdia",
        full("mdhd", 0, number(0), number(0), number(scale), number(length()), number(0)),
        full("hdlr", 0, number(0), text(handler), new byte[12], new byte[1]),
        box("minf", full(handler.equals("vide") ? "vmhd" : "smhd", 0, new byte[8]), table));
  }

  /** A track of positions, as action cameras write them, whose samples lie at that place. */
  byte[] positions(int offset) {
    return box(
        "trak",
        full("tkhd", 0, new byte[80]),
        media("meta", box("gpmd", new byte[8]), offset, 1000));
  }

  static byte[] userData() {
    byte[] place = text(PLACE);
    byte[] xyz =
        box(
            "\u00a9xyz",
            ByteBuffer.allocate(4).putShort((short) place.length).putShort((short) 0).array(),
            place);
    return box("udta", xyz, full("loci", 0, text(PLACE)), new byte[4]);
  }

  /** As an iPhone writes where it was. */
  static byte[] appleMeta() {
    byte[] key = text("com.apple.quicktime.location.ISO6709");
    return box(
        "meta",
        full("hdlr", 0, number(0), text("mdta"), new byte[13]),
        full("keys", 0, number(1), number(8 + key.length), text("mdta"), key),
        box(
            "ilst",
            box("\1\1\1\1".replace('\1', ' '), box("data", number(1), number(0), text(PLACE)))));
  }

  static byte[] xmp() {
    byte[] name = {
      (byte) 0xBE,
      0x7A,
      (byte) 0xCF,
      (byte) 0xCB,
      (byte) 0x97,
      (byte) 0xA9,
      0x42,
      (byte) 0xE8,
      (byte) 0x9C,
      0x71,
      (byte) 0x99,
      (byte) 0x94,
      (byte) 0x91,
      (byte) 0xE3,
      (byte) 0xAF,
      (byte) 0xAC
    };
    return box("uuid", name, text("<exif:GPSLatitude>" + PLACE + "</exif:GPSLatitude>"));
  }

  static byte[] box(String type, byte[]... parts) {
    byte[] content = joined(List.of(parts));
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(text(type))
        .put(content)
        .array();
  }

  static byte[] full(String type, int version, byte[]... parts) {
    return box(type, number(version << 24), joined(List.of(parts)));
  }

  static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  static byte[] longNumber(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
