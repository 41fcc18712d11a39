package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Renders pages without a server, in both languages; a missing text fails. */
public final class Rendering {

  private static final Pattern MISSING = Pattern.compile("![a-z]+\\.[\\w.-]+!");
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private final Texts texts;

  public Rendering(String... bundles) {
    this.texts = Texts.load(List.of(bundles));
  }

  /** The page in Indonesian. */
  public String of(View view) {
    String indonesian = "";
    for (Language language : Language.values()) {
      StringOutput out = new StringOutput();
      ENGINE.render(view.template(), Map.of("page", view.page(), "frame", frame(language)), out);
      assertThat(MISSING.matcher(out.toString()).results().map(MatchResult::group).toList())
          .as(view.template())
          .isEmpty();
      indonesian = language == Language.ID ? out.toString() : indonesian;
    }
    return indonesian;
  }

  private Frame frame(Language language) {
    return new Frame(
        language,
        Theme.SYSTEM,
        texts.in(language),
        new Formats(language),
        Optional.empty(),
        "csrf",
        "/",
        "/",
        true,
        List.of(),
        Optional.empty(),
        OfficeMark.named("Dinas UMKM"));
  }
}
