package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.kernel.Signer;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LinkKeyTest {

  private final LinkKey key = new LinkKey(bytes(1));

  @Property
  void a_token_names_its_offer_and_opens_it_alone(
      @ForAll long high, @ForAll long low, @ForAll @IntRange(min = 1, max = 1000) int number) {
    UUID id = new UUID(high, low);
    String token = key.token(id, number);
    assertThat(token).matches("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}");
    assertThat(Signer.claimed(token)).contains(id);
    assertThat(key.opens(token, id, number)).isTrue();
    assertThat(key.opens(token, id, number + 1)).isFalse();
    assertThat(key.opens(token, new UUID(high, low + 1), number)).isFalse();
    assertThat(new LinkKey(bytes(2)).opens(token, id, number)).isFalse();
  }

  @Property
  void a_token_with_any_letter_changed_opens_nothing(@ForAll @IntRange(max = 65) int at) {
    UUID id = new UUID(1, 2);
    String token = key.token(id, 1);
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    String tampered = token.substring(0, at) + other + token.substring(at + 1);
    assertThat(key.opens(tampered, id, 1)).isFalse();
  }

  @Property
  void any_text_is_read_without_failing(@ForAll String text) {
    Signer.claimed(text);
    assertThat(key.opens(text, new UUID(1, 2), 1)).isFalse();
  }

  @Property
  void a_short_key_is_refused(@ForAll @IntRange(max = 31) int length) {
    assertThatThrownBy(() -> new LinkKey(new byte[length]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] bytes(int fill) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) fill);
    return bytes;
  }
}
