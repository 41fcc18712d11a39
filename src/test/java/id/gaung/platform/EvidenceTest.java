package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Evidence.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {

  @Test
  void what_is_stored_is_one_readable_line_that_can_be_read_again() {
    Evidence evidence = new Evidence(Kind.SOURCE_NOT_READ, List.of("115"), "line one\n\"two\"");
    assertThat(EvidenceLine.write(evidence))
        .isEqualTo("SOURCE_NOT_READ {\"details\":[\"115\"],\"words\":\"line one\\n\\\"two\\\"\"}");
    assertThat(EvidenceLine.read(EvidenceLine.write(evidence))).contains(evidence);
    assertThat(EvidenceLine.write(Evidence.of(Kind.LIST_TOO_SHORT))).isEqualTo("LIST_TOO_SHORT");
    assertThat(EvidenceLine.read("LIST_TOO_SHORT")).contains(Evidence.of(Kind.LIST_TOO_SHORT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "at://did:plc:abc/app.bsky.feed.post/3k",
        "Ayu https://social.example/@kota/1",
        "ANSWER from before",
        "HTTP 503 Service Unavailable",
        "The process ended before the outcome was known."
      })
  void other_text_is_no_evidence(String line) {
    assertThat(EvidenceLine.read(line)).isEmpty();
  }

  @Test
  void a_failure_is_the_networks_answer_unless_its_code_is_our_own() {
    assertThat(Evidence.of(failure("190/463", "Session has expired")))
        .isEqualTo(new Evidence(Kind.ANSWER, List.of(), "190/463 Session has expired"));
    assertThat(Evidence.of(failure("HTTP 503", "")))
        .isEqualTo(new Evidence(Kind.ANSWER, List.of(), "HTTP 503"));
    assertThat(Evidence.of(failure("NO_ANSWER", "SocketTimeoutException: timeout")))
        .isEqualTo(new Evidence(Kind.NO_ANSWER, List.of(), "SocketTimeoutException: timeout"));
    assertThat(Evidence.of(failure("not-connected", "")))
        .isEqualTo(Evidence.of(Kind.NOT_CONNECTED));
    assertThat(Evidence.of(failure("content.text-too-long", "305, 300")))
        .isEqualTo(Evidence.of(Kind.CONTENT, "content.text-too-long", "305", "300"));
  }

  private static Failure failure(String code, String detail) {
    return Failure.of(Failure.Kind.TRANSIENT, code, detail);
  }
}
