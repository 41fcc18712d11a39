package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line break counts once and goes out as one, whichever a browser or a program sends. */
class LineBreaksTest extends PostsWorld {

  /** 300 characters, the most that the network takes. */
  private static String full(String lineBreak) {
    return ("a" + lineBreak).repeat(149) + "zz";
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\n"})
  void a_composed_text_is_counted_and_sent_so(String lineBreak) {
    ComposedRendition rendition =
        new ComposedRendition(channel, full(lineBreak), EVENING, List.of());
    assertThat(rendition.text()).hasSize(300).doesNotContain("\r");
    assertThat(only(own(rendition)).text()).isEqualTo(full("\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\n"})
  void a_text_written_again_is_counted_and_stored_so(String lineBreak) {
    var id = own(new ComposedRendition(channel, "Lain", EVENING, List.of()));
    publishing
        .renditions()
        .sendBack(world.approver, only(id).id(), new WithdrawRendition("Sebut harganya", 0));
    publishing
        .renditions()
        .revise(
            world.staff, only(id).id(), new ReviseRendition(full(lineBreak), only(id).version()));
    assertThat(only(id).text()).isEqualTo(full("\n"));
  }
}
