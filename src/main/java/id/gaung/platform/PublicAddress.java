package id.gaung.platform;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Which addresses belong to the public internet (IANA special-purpose registries, RFC 6890). */
final class PublicAddress {

  private static final class Block {
    private final byte[] start;
    private final int bits;

    Block(byte[] start, int bits) {
      this.start = start;
      this.bits = bits;
    }

    static Block of(int bits, int... start) {
      byte[] bytes = new byte[start.length];
      for (int i = 0; i < start.length; i++) {
        bytes[i] = (byte) start[i];
      }
      return new Block(bytes, bits);
    }

    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((start[bit / 8] & mask) != (address[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Block> FORBIDDEN_V4 =
      List.of(
          Block.of(8, 0),
          Block.of(8, 10),
          Block.of(10, 100, 64),
          Block.of(8, 127),
          Block.of(16, 169, 254),
          Block.of(12, 172, 16),
          Block.of(24, 192, 0, 0),
          Block.of(24, 192, 0, 2),
          Block.of(16, 192, 168),
          Block.of(15, 198, 18),
          Block.of(24, 198, 51, 100),
          Block.of(24, 203, 0, 113),
          Block.of(4, 224),
          Block.of(4, 240));

  /** Global unicast; everything outside is loopback, local, multicast or a translation. */
  private static final Block GLOBAL_V6 = Block.of(3, 0x20);

  /** Teredo, documentation and 6to4: they wrap or stand for other addresses. */
  private static final List<Block> FORBIDDEN_V6 =
      List.of(
          Block.of(32, 0x20, 0x01, 0, 0),
          Block.of(32, 0x20, 0x01, 0x0d, 0xb8),
          Block.of(16, 0x20, 0x02));

  private PublicAddress() {}

  static boolean test(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return FORBIDDEN_V4.stream().noneMatch(b -> b.holds(bytes));
    }
    return GLOBAL_V6.holds(bytes) && FORBIDDEN_V6.stream().noneMatch(b -> b.holds(bytes));
  }
}
