package id.gaung.creator;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import id.gaung.creator.CreatorAccount.FollowerSource;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Page;
import id.gaung.kernel.Whatsapp;
import id.gaung.web.Form;
import id.gaung.web.Formats;
import id.gaung.web.Frame;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreatorTemplatesTest {

  private static final Map<UUID, List<CreatorAccount>> ACCOUNTS =
      Map.of(
          new UUID(1, 2),
          List.of(
              new CreatorAccount(
                  new UUID(1, 2),
                  Nets.INSTAGRAM,
                  "rani.kuliner",
                  1,
                  Optional.of(12_400L),
                  Optional.of(LocalDate.of(2026, 11, 20)),
                  Optional.of(FollowerSource.STAFF)),
              new CreatorAccount(
                  new UUID(1, 2),
                  Nets.LINKEDIN,
                  "in/rani-kuliner",
                  2,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty())));

  private static final Map<String, String> PLACES = Map.of("64.71.01", "Balikpapan Timur");

  private static ReadFollowers read(Creator creator, String handle, Optional<Long> value) {
    return new ReadFollowers(
        creator.id(), Nets.INSTAGRAM, handle, value, Instant.parse("2026-11-02T02:00:00Z"));
  }

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
            Optional.of(new UUID(5, 6)),
            false,
            now,
            now,
            5);
    CreatorDirectory.Asked all =
        new CreatorDirectory.Asked("", "", Optional.empty(), CreatorDirectory.Show.ALL);
    for (boolean active : new boolean[] {true, false}) {
      CreatorDirectory.Card card =
          new CreatorDirectory.Card(
              new UUID(1, 2),
              "Rara",
              CreatorKind.MEDIA,
              Optional.of("Balikpapan Timur"),
              Optional.of(new UUID(5, 6)),
              active,
              2,
              0,
              0,
              0,
              3,
              Optional.of(new id.gaung.kernel.Rupiah(750_000)),
              Optional.of(java.time.Instant.parse("2026-11-02T02:00:00Z")),
              Optional.of("Bingka kentang"),
              Optional.of(new UUID(3, 4)),
              Optional.of(681L));
      assertThat(
              render(
                  language,
                  "creator/list.jte",
                  new CreatorsPages.Listing(
                      new Page<>(List.of(card), 1, 24, 1), ACCOUNTS, all, PLACES)))
          .contains("681", "750", "/thumb", "@rani.kuliner", "in/rani-kuliner")
          .contains("12" + (language == Language.ID ? "." : ",") + "400");
      assertThat(
              render(
                  language,
                  "creator/show.jte",
                  new CreatorsPages.Show(
                      creator,
                      ACCOUNTS.get(new UUID(1, 2)),
                      "Balikpapan Timur",
                      card,
                      List.of(
                          read(creator, "rani.kuliner", Optional.of(4_321L)),
                          read(creator, "another", Optional.of(77_777L))))))
          .contains("https://wa.me/6281200000201", "https://www.instagram.com/rani.kuliner")
          .as("what was typed and what was read stand beside each other")
          .contains(
              "12" + (language == Language.ID ? "." : ",") + "400",
              "4" + (language == Language.ID ? "." : ",") + "321",
              language == Language.ID ? "dibaca Gaung di Instagram, 2 Nov" : "2 Nov")
          .doesNotContain("77" + (language == Language.ID ? "." : ",") + "777");
      assertThat(
              render(
                  language,
                  "creator/show.jte",
                  new CreatorsPages.Show(
                      creator,
                      ACCOUNTS.get(new UUID(1, 2)),
                      "",
                      card,
                      List.of(read(creator, "rani.kuliner", Optional.empty())))))
          .contains(language == Language.ID ? "disembunyikan pemiliknya" : "hidden on Instagram");
      assertThat(
              render(
                  language,
                  "creator/compare.jte",
                  new ComparisonPages.Comparison(
                      List.of(card),
                      Map.of(
                          new UUID(1, 2),
                          new CreatorDirectory.Figures(
                              new UUID(1, 2), Optional.of(700_000L), 2, Optional.of(350L), 3)),
                      ACCOUNTS)))
          .contains("350", "1" + (language == Language.ID ? "." : ",") + "000");
    }
    for (CreatorDirectory.Show show : CreatorDirectory.Show.values()) {
      render(
          language,
          "creator/list.jte",
          new CreatorsPages.Listing(
              new Page<>(List.of(), 1, 24, 0),
              Map.of(),
              new CreatorDirectory.Asked("", "", Optional.empty(), show),
              PLACES));
    }
    render(
        language,
        "creator/compare.jte",
        new ComparisonPages.Comparison(List.of(), Map.of(), Map.of()));
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
