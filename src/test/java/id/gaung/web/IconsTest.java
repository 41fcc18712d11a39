package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import id.gaung.kernel.Network;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The sprite is what the icon libraries draw, and pages use nothing that is not in it. */
class IconsTest {

  /** What the library calls the outlines that have another name here. */
  private static final Map<String, String> OUTLINES =
      Map.ofEntries(
          Map.entry("alert", "alert-triangle"),
          Map.entry("campaign", "speakerphone"),
          Map.entry("creators", "users"),
          Map.entry("grip", "grip-vertical"),
          Map.entry("left", "chevron-left"),
          Map.entry("more", "menu-2"),
          // The library of glyphs has none of this network.
          Map.entry("linkedin", "brand-linkedin"),
          Map.entry("pause", "player-pause"),
          Map.entry("play", "player-play"),
          Map.entry("report", "chart-bar"),
          Map.entry("review", "clipboard-check"),
          Map.entry("right", "chevron-right"),
          Map.entry("shield", "shield-check"),
          Map.entry("store", "building-store"),
          Map.entry("trenddown", "trending-down"),
          Map.entry("up", "trending-up"),
          Map.entry("offline", "wifi-off"),
          Map.entry("pin", "map-pin"),
          Map.entry("comment", "message-circle"),
          Map.entry("repost", "repeat"),
          Map.entry("dots", "dots-vertical"),
          Map.entry("phone", "device-mobile"),
          Map.entry("stop", "hexagon-minus"));

  private static final String OUTLINE =
      "/META-INF/resources/webjars/tabler__icons/3.35.0/icons/outline/%s.svg";
  private static final String GLYPH =
      "/META-INF/resources/webjars/simple-icons/16.2.0/icons/%s.svg";

  private static final Pattern USED = Pattern.compile("icon\\([^)]*name = \"([\\w-]+)\"");
  private static final Pattern OF_MENU =
      Pattern.compile("NavItem\\.Group\\.\\w+,\\s*\"([\\w-]+)\"");

  @Test
  void a_page_for_phones_draws_the_mark_of_each_network() {
    TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    for (Network network : Network.all()) {
      StringOutput out = new StringOutput();
      engine.render(
          "layout/drawn_net.jte", Map.of("network", network.path(), "label", network.label()), out);
      assertThat(out.toString()).contains("<svg", network.label());
    }
  }

  @Test
  void each_symbol_is_drawn_as_its_library_draws_it() {
    Map<String, List<String>> symbols = symbols();
    assertThat(symbols).hasSizeGreaterThan(50);
    symbols.forEach(
        (id, paths) -> {
          String name = id.substring(2);
          String file =
              id.startsWith("n-")
                  ? GLYPH.formatted(name)
                  : OUTLINE.formatted(OUTLINES.getOrDefault(name, name));
          assertThat(paths).as(id).isEqualTo(paths(xml(file)));
        });
  }

  @Test
  void pages_and_menus_use_nothing_else() throws IOException {
    TreeSet<String> used = new TreeSet<>();
    for (String root :
        List.of("src/main/jte", "src/practice/jte", "src/main/java", "src/practice")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(f -> f.toString().matches(".*\\.(jte|java)")).toList()) {
          String text = Files.readString(file);
          USED.matcher(text).results().map(m -> m.group(1)).forEach(used::add);
          OF_MENU.matcher(text).results().map(m -> m.group(1)).forEach(used::add);
        }
      }
    }
    assertThat(used).hasSizeGreaterThan(10);
    assertThat(symbols().keySet()).containsAll(used.stream().map(name -> "i-" + name).toList());
  }

  private static Map<String, List<String>> symbols() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Element symbol : xml("/assets/icons.svg").select("symbol")) {
      assertThat(symbol.attr("viewBox")).isEqualTo("0 0 24 24");
      all.put(symbol.id(), paths(symbol));
    }
    return all;
  }

  private static List<String> paths(Element drawing) {
    return drawing.select("path").stream()
        .map(path -> path.attr("d"))
        .filter(d -> !d.equals("M0 0h24v24H0z"))
        .toList();
  }

  private static Element xml(String resource) {
    try (InputStream in =
        Objects.requireNonNull(IconsTest.class.getResourceAsStream(resource), resource)) {
      return Jsoup.parse(
          new String(in.readAllBytes(), StandardCharsets.UTF_8), "", Parser.xmlParser());
    } catch (IOException failed) {
      throw new IllegalStateException(resource, failed);
    }
  }
}
