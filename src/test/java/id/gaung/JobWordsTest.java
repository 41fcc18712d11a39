package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.web.Language;
import id.gaung.web.Texts;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What comes round has a word for people, who see on the health page how it goes. */
class JobWordsTest {

  private static final Pattern NAMED =
      Pattern.compile("(?:Job\\.of|ForEach\\.of|new ForEach<>)\\(\\s*\"([a-z-]+)\"");

  @Test
  void every_job_has_its_word_in_both_languages() {
    Set<String> names =
        Sources.in(Sources.CODE, ".java").values().stream()
            .flatMap(source -> NAMED.matcher(source).results())
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(names).contains("publish-due-posts", "collect-followers", "ask-limits");
    Texts texts = Texts.load(List.of("home"));
    for (Language language : Language.values()) {
      assertThat(names).allMatch(name -> texts.in(language).has("home.health.job." + name));
    }
  }
}
