package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** JSON Web Tokens signed with HS256, as the reference PDS gives them out. */
final class Jwt {

  private final SecretKeySpec key;

  Jwt(String secret) {
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /**
   * @param type the header's {@code typ}
   */
  String sign(String type, ObjectNode claims) {
    String head =
        encode(PracticeJson.write(PracticeJson.object().put("typ", type).put("alg", "HS256")));
    String signed = head + "." + encode(PracticeJson.write(claims));
    return signed + "." + mac(signed);
  }

  /** The claims, if this server signed them. Their time is not judged. */
  Optional<JsonNode> verify(String token) {
    int dot = token.lastIndexOf('.');
    if (dot < 0
        || !MessageDigest.isEqual(
            mac(token.substring(0, dot)).getBytes(StandardCharsets.UTF_8),
            token.substring(dot + 1).getBytes(StandardCharsets.UTF_8))) {
      return Optional.empty();
    }
    return claims(token);
  }

  /** The claims as they stand, unverified. */
  static Optional<JsonNode> claims(String token) {
    List<String> parts = List.of(token.split("\\.", -1));
    if (parts.size() != 3) {
      return Optional.empty();
    }
    try {
      JsonNode claims = PracticeJson.read(Base64.getUrlDecoder().decode(parts.get(1)));
      return Optional.of(claims).filter(JsonNode::isObject);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
