package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.gaung.kernel.Problem;
import id.gaung.publishing.AdvanceRendition;
import id.gaung.publishing.ComposePost;
import id.gaung.publishing.MoveRendition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How programs are asked whether one text twice on one channel is meant, and how they answer. */
class TwinAnswerTest {

  private static final Texts TEXTS = Texts.load(List.of("web", "publishing"));

  private static <T extends Record> T read(Class<T> type, String json)
      throws JsonProcessingException {
    return RecordBinder.read(type, RecordBinder.JSON.readTree(json));
  }

  @Test
  void they_are_told_the_other_posts_address_and_the_field() {
    Problem twin =
        Problem.conflict("publishing.twin", "Bluesky · @kota", "Amplang", "/posts/7", "/posts/7");
    for (Language language : Language.values()) {
      ProblemDetails details = ProblemDetails.of(twin, 409, TEXTS.in(language), "1");
      assertThat(details.code()).isEqualTo("publishing.twin");
      assertThat(details.detail())
          .contains("Bluesky · @kota", "“Amplang”", "/posts/7", "confirmTwin: true");
    }
  }

  @Test
  void the_field_may_be_left_out_and_is_then_no() throws JsonProcessingException {
    String post =
        "{\"productIds\":[],\"renditions\":[{\"channelId\":"
            + "\"0193c0de-0000-7000-8000-000000000001\",\"text\":\"Amplang\","
            + "\"dueAt\":\"2026-11-24T19:30\",\"pictures\":[]}]%s}";
    assertThat(read(ComposePost.class, post.formatted("")).confirmTwin()).isFalse();
    assertThat(read(ComposePost.class, post.formatted(",\"confirmTwin\":true")).confirmTwin())
        .isTrue();
    assertThat(read(AdvanceRendition.class, "{\"version\":3}"))
        .isEqualTo(new AdvanceRendition(false, 3));
    assertThat(
            read(
                    MoveRendition.class,
                    "{\"dueAt\":\"2026-11-24T19:30\",\"version\":3,\"confirmTwin\":true}")
                .confirmTwin())
        .isTrue();
  }
}
