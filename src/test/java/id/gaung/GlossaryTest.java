package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One word for each thing: {@code docs/glossary.md} says which, and which are used no more. */
class GlossaryTest {

  private static final String LEFT =
      "penawaran(?:nya)?|imbalan(?:nya)?|pemeriksaan|putaran|kanal(?:nya)?|jejaring(?:nya)?|surel"
          + "|petugas|terbitan|penyetuju|gambar(?:nya)?|bita|langsung mati|gugur sendiri"
          + "|minggu 20\\d\\d|teks alternatif";

  private static final Map<String, Pattern> LEFT_OF =
      Map.of(
          "_id.properties",
          Pattern.compile("(?mi)^([\\w.-]+)=.*\\b(" + LEFT + ")\\b.*$"),
          "_en.properties",
          Pattern.compile("(?mi)^([\\w.-]+)=.*\\b(goes out at|pooled engagement|whoever)\\b.*$"));

  @Test
  void words_that_were_given_up_stand_nowhere() {
    List<String> left = new ArrayList<>();
    LEFT_OF.forEach(
        (ending, words) ->
            Sources.both(
                    java.nio.file.Path.of("src/main/resources/messages"),
                    java.nio.file.Path.of("src/practice/resources/messages"),
                    ending)
                .forEach(
                    (name, text) -> {
                      Matcher found = words.matcher(text);
                      while (found.find()) {
                        left.add(name + " " + found.group(1) + ": " + found.group(2));
                      }
                    }));
    assertThat(left).isEmpty();
  }
}
