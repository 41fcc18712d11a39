package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Content identifiers, version 1, SHA-256, base 32: {@code bafyrei…} and {@code bafkrei…}. */
final class Cid {

  private static final int DAG_CBOR = 0x71;
  private static final int RAW = 0x55;
  private static final int SHA_256 = 0x12;

  private Cid() {}

  /**
   * @throws IllegalArgumentException if the record has what the data model has not
   */
  static String ofRecord(JsonNode data) {
    return of(DAG_CBOR, Chance.sha256(DagCbor.write(data)));
  }

  static String ofBlob(byte[] content) {
    return of(RAW, Chance.sha256(content));
  }

  static String ofBlob(PracticeFile file) {
    return of(RAW, file.sha256());
  }

  private static String of(int codec, byte[] hash) {
    ByteArrayOutputStream cid = new ByteArrayOutputStream();
    cid.write(1);
    cid.write(codec);
    cid.write(SHA_256);
    cid.write(hash.length);
    cid.writeBytes(hash);
    return "b" + Base32.write(cid.toByteArray());
  }

  /**
   * @throws IllegalArgumentException if the text is no base-32 CID
   */
  static byte[] bytes(String cid) {
    if (!cid.startsWith("b")) {
      throw new IllegalArgumentException("not a CID");
    }
    return Base32.read(cid.substring(1).toLowerCase(Locale.ROOT));
  }
}
