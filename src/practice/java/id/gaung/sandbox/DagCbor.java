package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes AT Protocol's JSON as DRISL (DAG-CBOR), whose hash is the record's CID: the same record
 * gives the same bytes whatever the order of its keys (atproto.com/specs/data-model).
 */
final class DagCbor {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private DagCbor() {}

  static byte[] write(JsonNode node) {
    DagCbor cbor = new DagCbor();
    cbor.value(node);
    return cbor.out.toByteArray();
  }

  private void value(JsonNode node) {
    if (node.isObject()) {
      object(node);
    } else if (node.isArray()) {
      head(4, node.size());
      node.forEach(this::value);
    } else if (node.isTextual()) {
      text(node.textValue());
    } else if (node.isBoolean()) {
      out.write(node.booleanValue() ? 0xf5 : 0xf4);
    } else if (node.isIntegralNumber()) {
      long number = node.longValue();
      head(number < 0 ? 1 : 0, number < 0 ? -1 - number : number);
    } else if (node.isNull()) {
      out.write(0xf6);
    } else {
      throw new IllegalArgumentException("the data model has no fractions");
    }
  }

  private void object(JsonNode node) {
    if (node.size() == 1 && node.path("$link").isTextual()) {
      byte[] cid = Cid.bytes(node.get("$link").textValue());
      head(6, 42);
      head(2, cid.length + 1L);
      out.write(0);
      out.writeBytes(cid);
      return;
    }
    if (node.size() == 1 && node.path("$bytes").isTextual()) {
      byte[] bytes = Base64.getMimeDecoder().decode(node.get("$bytes").textValue());
      head(2, bytes.length);
      out.writeBytes(bytes);
      return;
    }
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
    fields.sort(
        Comparator.comparingInt(
                (Map.Entry<String, JsonNode> field) ->
                    field.getKey().getBytes(StandardCharsets.UTF_8).length)
            .thenComparing(Map.Entry::getKey));
    head(5, fields.size());
    for (Map.Entry<String, JsonNode> field : fields) {
      text(field.getKey());
      value(field.getValue());
    }
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    head(3, bytes.length);
    out.writeBytes(bytes);
  }

  private void head(int major, long size) {
    int type = major << 5;
    if (size < 24) {
      out.write(type | (int) size);
    } else if (size < 0x100) {
      out.write(type | 24);
      out.write((int) size);
    } else if (size < 0x10000) {
      out.write(type | 25);
      out.writeBytes(ByteBuffer.allocate(2).putShort((short) size).array());
    } else if (size < 0x100000000L) {
      out.write(type | 26);
      out.writeBytes(ByteBuffer.allocate(4).putInt((int) size).array());
    } else {
      out.write(type | 27);
      out.writeBytes(ByteBuffer.allocate(8).putLong(size).array());
    }
  }
}
