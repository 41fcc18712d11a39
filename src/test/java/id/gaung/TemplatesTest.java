package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/** What every template must keep to; read from their sources. */
class TemplatesTest {

  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}\\p{Ll}.*|.*\\p{L}\\s+\\p{L}.*");
  private static final Pattern WORDS_ARGUMENT =
      Pattern.compile("(title|text|heading)\\s*=\\s*\"(?![a-z-]+\\.).*\\p{L}.*\"");
  private static final Set<String> NAMES = Set.of("Gaung", "SHA-256");
  private static final Set<String> SPOKEN =
      Set.of("title", "alt", "aria-label", "placeholder", "aria-description", "aria-valuetext");

  /** They play other people's sites, in two languages at once and without our session. */
  private static final String FOREIGN_SITES = "sandbox/";

  private static final SortedMap<String, String> ALL = Sources.templates();

  @Test
  void there_are_templates_and_they_can_be_read() {
    assertThat(ALL).hasSizeGreaterThan(50);
    JteSource read =
        JteSource.read(
            "@if(x)<p title=\"a\">Hai ${n(\"}\")}</p>@endif@template.a.b(c = @`<b>x</b>`)");
    assertThat(JteSource.withoutMarks(read.html()))
        .isEqualTo("<p title=\"a\">Hai </p><x-template name=\"a.b\"><b>x</b></x-template>");
  }

  @Test
  void text_comes_from_the_bundles() {
    List<String> found = new ArrayList<>();
    ours(
        (name, page) -> {
          page.forEachNode(
              node -> {
                if (node instanceof TextNode text && isHuman(text.getWholeText())) {
                  found.add(name + ": " + text.getWholeText().strip());
                }
              });
          for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
              if (isSpoken(element, attribute) && isHuman(attribute.getValue())) {
                found.add(name + ": " + attribute);
              }
            }
          }
        });
    assertThat(found).isEmpty();
  }

  @Test
  void expressions_show_no_literal_text() {
    List<String> found = new ArrayList<>();
    ALL.forEach(
        (name, source) -> {
          if (!name.startsWith(FOREIGN_SITES)) {
            JteSource read = JteSource.read(source);
            read.shown().stream()
                .filter(literal -> SENTENCE.matcher(literal).matches())
                .forEach(literal -> found.add(name + ": " + literal));
            read.arguments().stream()
                .filter(argument -> WORDS_ARGUMENT.matcher(argument).matches())
                .forEach(argument -> found.add(name + ": " + argument));
          }
        });
    assertThat(found).isEmpty();
  }

  @Test
  void nothing_is_put_into_a_page_unescaped() {
    assertThat(ALL)
        .isNotEmpty()
        .allSatisfy((name, source) -> assertThat(source).doesNotContain("$unsafe"));
  }

  @Test
  void no_script_and_no_style_stands_in_a_page() {
    List<String> found = new ArrayList<>();
    each(
        (name, page) -> {
          page.select("style, script:not([src])").forEach(e -> found.add(name + ": " + e));
          page.select("script")
              .forEach(e -> add(!e.data().isBlank(), found, name + ": " + e.outerHtml()));
          for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
              String key = attribute.getKey().toLowerCase(Locale.ROOT);
              boolean inline =
                  key.equals("style")
                      || key.startsWith("on")
                      || key.startsWith("hx-on")
                      || attribute.getValue().strip().startsWith("javascript:");
              add(inline, found, name + ": " + attribute);
            }
          }
        });
    assertThat(found).isEmpty();
  }

  @Test
  void a_form_that_changes_something_carries_the_token_against_forgery() {
    List<String> found = new ArrayList<>();
    ours(
        (name, page) -> {
          for (Element form : page.select("form")) {
            boolean changes = form.attr("method").equalsIgnoreCase("post");
            boolean carries =
                !form.select("x-template[name=layout.csrf], input[type=hidden][name=_csrf]")
                    .isEmpty();
            add(changes != carries, found, name + ": " + form.attr("action"));
          }
          page.select("[hx-post], [hx-put], [hx-delete], [hx-patch]")
              .forEach(
                  e ->
                      add(
                          e.closest("form") == null && !e.hasAttr("hx-headers"),
                          found,
                          name + ": " + e));
        });
    assertThat(found).isEmpty();
  }

  @Test
  void a_form_with_fields_is_judged_by_us_and_not_by_the_browser_in_its_own_language() {
    List<String> found = new ArrayList<>();
    ours(
        (name, page) ->
            page.select("form[method=post]:not([novalidate])")
                .forEach(
                    form ->
                        add(
                            !form.select("x-template[name^=field.], [required]").isEmpty(),
                            found,
                            name + ": " + form.attr("action"))));
    assertThat(found).isEmpty();
  }

  @Test
  void every_input_has_a_label() {
    List<String> found = new ArrayList<>();
    each(
        (name, page) ->
            page.select(
                    "input:not([type=hidden]):not([type=submit]):not([type=button]), select,"
                        + " textarea")
                .forEach(
                    input ->
                        add(!isLabelled(page, input), found, name + ": " + input.outerHtml())));
    assertThat(found).isEmpty();
  }

  @Test
  void every_picture_says_what_it_shows() {
    List<String> found = new ArrayList<>();
    each((name, page) -> page.select("img:not([alt])").forEach(e -> found.add(name + ": " + e)));
    assertThat(found).isEmpty();
  }

  @Test
  void a_link_to_a_new_window_gives_it_no_hold_on_this_one() {
    List<String> found = new ArrayList<>();
    each(
        (name, page) ->
            page.select("[target=_blank]")
                .forEach(e -> add(!e.attr("rel").contains("noopener"), found, name + ": " + e)));
    assertThat(found).isEmpty();
  }

  @Test
  void pages_ask_no_other_host_for_anything() {
    List<String> found = new ArrayList<>();
    each(
        (name, page) ->
            page.select("[src], link[href], iframe, object, embed")
                .forEach(
                    e ->
                        add(
                            !e.attr(e.hasAttr("src") ? "src" : "href").matches("[/«][^/].*"),
                            found,
                            name + ": " + e)));
    assertThat(found).isEmpty();
  }

  private static boolean isSpoken(Element element, Attribute attribute) {
    boolean button =
        element.tagName().equals("input") && element.attr("type").matches("submit|button|reset");
    return SPOKEN.contains(attribute.getKey()) || (button && attribute.getKey().equals("value"));
  }

  private static boolean isHuman(String text) {
    String own = JteSource.withoutMarks(text).strip().replaceAll("^·\\s*", "");
    return LETTER.matcher(own).find() && !NAMES.contains(own);
  }

  private static boolean isLabelled(Document page, Element input) {
    return input.hasAttr("aria-label")
        || input.hasAttr("aria-labelledby")
        || input.closest("label") != null
        || (input.hasAttr("id")
            && page.select("label[for]").stream()
                .anyMatch(label -> label.attr("for").equals(input.attr("id"))));
  }

  private static void add(boolean wrong, List<String> found, String what) {
    if (wrong) {
      found.add(what);
    }
  }

  private static void ours(BiConsumer<String, Document> look) {
    each(
        (name, page) -> {
          if (!name.startsWith(FOREIGN_SITES)) {
            look.accept(name, page);
          }
        });
  }

  private static void each(BiConsumer<String, Document> look) {
    for (Map.Entry<String, String> template : ALL.entrySet()) {
      look.accept(template.getKey(), Jsoup.parse(JteSource.read(template.getValue()).html()));
    }
  }
}
