package id.gaung.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the frame of a request. */
public final class Frames {

  private final Texts texts;
  private final List<NavItem> nav;
  private final boolean practice;
  private final Supplier<OfficeMark> office;
  private final Map<Language, Formats> formats =
      Stream.of(Language.values()).collect(Collectors.toMap(Function.identity(), Formats::new));

  /**
   * @param office as the settings say now
   */
  public Frames(Texts texts, List<NavItem> nav, boolean practice, Supplier<OfficeMark> office) {
    this.office = office;
    this.texts = texts;
    this.nav = nav.stream().sorted(Comparator.comparing(NavItem::group)).toList();
    this.practice = practice;
  }

  public Frame of(ContainerRequestContext request) {
    Optional<Viewer> viewer = viewer(request);
    Language language = language(request, viewer);
    return new Frame(
        language,
        Theme.of(cookie(request, ThemePages.COOKIE)),
        texts.in(language),
        formats(language),
        viewer,
        CsrfToken.of(request),
        "/" + request.getUriInfo().getPath().replaceFirst("^/", ""),
        PageAddress.of(request),
        practice,
        viewer
            .map(v -> nav.stream().filter(item -> item.isFor(v)).map(NavItem::remembering).toList())
            .orElse(List.of()),
        cookie(request, Flash.COOKIE).filter(key -> texts.in(language).has(key)),
        office.get());
  }

  public Formats formats(Language language) {
    return formats.getOrDefault(language, new Formats(Language.ID));
  }

  public Translator translator(Language language) {
    return texts.in(language);
  }

  /** The switch's cookie goes first, then what the person chose on the profile, then Indonesian. */
  static Language language(ContainerRequestContext request, Optional<Viewer> viewer) {
    return cookie(request, LanguagePages.COOKIE)
        .map(Language::of)
        .or(() -> viewer.map(Viewer::language))
        .orElse(Language.ID);
  }

  static Optional<Viewer> viewer(ContainerRequestContext request) {
    Principal principal =
        request.getSecurityContext() == null
            ? null
            : request.getSecurityContext().getUserPrincipal();
    return principal instanceof Viewer v ? Optional.of(v) : Optional.empty();
  }

  static Optional<String> cookie(ContainerRequestContext request, String name) {
    return SiteCookies.value(request, name);
  }
}
