package id.gaung.creator;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import id.gaung.creator.Creators.ChangeCreator;
import id.gaung.kernel.Page;
import id.gaung.kernel.Whatsapp;
import id.gaung.web.Form;
import id.gaung.web.Formats;
import id.gaung.web.Frame;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreatorTemplatesTest {

  private static final Map<String, String> PLACES = Map.of("64.71.01", "Balikpapan Timur");

  @ParameterizedTest
  @EnumSource
  void every_page_has_its_texts(Language language) {
    Instant now = Instant.parse("2026-11-24T04:00:00Z");
    Creator creator =
        new Creator(
            new UUID(1, 2),
            "Rara",
            CreatorKind.MEDIA,
            new Whatsapp("6281200000201"),
            Optional.empty(),
            Optional.of("64.71.01"),
            "",
            Optional.empty(),
            false,
            now,
            now,
            5);
    CreatorDirectory.Asked all = new CreatorDirectory.Asked("", "", CreatorDirectory.Show.ALL);
    for (boolean active : new boolean[] {true, false}) {
      CreatorDirectory.Card card =
          new CreatorDirectory.Card(
              new UUID(1, 2),
              "Rara",
              CreatorKind.MEDIA,
              Optional.of("Balikpapan Timur"),
              active,
              2,
              0,
              0,
              0,
              3,
              Optional.of(new id.gaung.kernel.Rupiah(750_000)),
              Optional.of(java.time.LocalDate.of(2026, 11, 2)),
              Optional.of("Bingka kentang"),
              Optional.of(new UUID(3, 4)),
              Optional.of(681L));
      assertThat(
              render(
                  language,
                  "creator/list.jte",
                  new CreatorsPages.Listing(new Page<>(List.of(card), 1, 24, 1), all, PLACES)))
          .contains("681", "750", "/thumb");
    }
    for (CreatorDirectory.Show show : CreatorDirectory.Show.values()) {
      render(
          language,
          "creator/list.jte",
          new CreatorsPages.Listing(
              new Page<>(List.of(), 1, 24, 0), new CreatorDirectory.Asked("", "", show), PLACES));
    }
    assertThat(
            render(
                language, "creator/show.jte", new CreatorsPages.Show(creator, "Balikpapan Timur")))
        .contains("https://wa.me/6281200000201");
    render(
        language,
        "creator/form.jte",
        new CreatorsPages.Editor(Form.empty(), Optional.empty(), PLACES));
    assertThat(
            render(
                language,
                "creator/form.jte",
                new CreatorsPages.Editor(
                    Form.of(ChangeCreator.of(creator)), Optional.of(creator), PLACES)))
        .contains("value=\"081200000201\"")
        .contains("value=\"false\" selected");
  }

  private static String render(Language language, String template, Object page) {
    Texts texts = Texts.load(List.of("web", "creator"));
    Frame frame =
        new Frame(
            language,
            id.gaung.web.Theme.SYSTEM,
            texts.in(language),
            new Formats(language),
            Optional.empty(),
            "token",
            "/creators",
            "/creators",
            false,
            List.of(),
            Optional.empty(),
            id.gaung.web.OfficeMark.named("Dinas UMKM"));
    StringOutput out = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render(template, Map.of("page", page, "frame", frame), out);
    assertThat(out.toString())
        .doesNotContainPattern("![a-z]+\\.[a-zA-Z.-]+!")
        .doesNotContain("{0}");
    return out.toString();
  }
}
