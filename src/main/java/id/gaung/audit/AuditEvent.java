package id.gaung.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A row of the chain.
 *
 * @param seq 1, 2, 3… without gaps
 * @param at to the microsecond, as PostgreSQL keeps it
 * @param details a JSON object of texts, keys sorted
 * @param hash SHA-256 of {@code prevHash} and the row's content, in hexadecimal
 */
public record AuditEvent(
    long seq,
    Instant at,
    String actorKind,
    Optional<UUID> actorId,
    String actorName,
    String action,
    String subjectType,
    Optional<UUID> subjectId,
    String details,
    String requestId,
    String address,
    String prevHash,
    String hash) {

  /**
   * The hash this row must have: SHA-256 over the previous hash and every field, each with its
   * length before it so that no two rows can be written the same way.
   */
  public String expectedHash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(HexFormat.of().parseHex(prevHash));
      for (String field :
          new String[] {
            Long.toString(seq),
            at.toString(),
            actorKind,
            actorId.map(UUID::toString).orElse(""),
            actorName,
            action,
            subjectType,
            subjectId.map(UUID::toString).orElse(""),
            details,
            requestId,
            address
          }) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha.update(bytes);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** One of the details, such as {@code reason}. */
  public Optional<String> detail(String name) {
    return Details.read(details, name);
  }

  AuditEvent sealed() {
    return new AuditEvent(
        seq,
        at,
        actorKind,
        actorId,
        actorName,
        action,
        subjectType,
        subjectId,
        details,
        requestId,
        address,
        prevHash,
        expectedHash());
  }

  /** A change's details as they stand in the log: a JSON object of texts, keys sorted. */
  static final class Details {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Details() {}

    static String write(Map<String, String> details) {
      try {
        return JSON.writeValueAsString(new TreeMap<>(details));
      } catch (JsonProcessingException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    /** Empty if there is no such detail, or somebody else wrote the row and it cannot be read. */
    static Optional<String> read(String details, String name) {
      try {
        return Optional.of(JSON.readTree(details).path(name).asText(""))
            .filter(text -> !text.isEmpty());
      } catch (JsonProcessingException notOurs) {
        return Optional.empty();
      }
    }
  }
}
