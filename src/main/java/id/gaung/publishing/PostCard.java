package id.gaung.publishing;

import id.gaung.catalogue.ProductSummary;
import id.gaung.platform.Attachment;
import id.gaung.platform.ContentRules;
import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.TextScanner;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands on the card of a link where a post shows no picture: the products that it is about,
 * as the catalogue knew them when it was composed. Nobody fetches the address for it: a stranger's
 * server could answer with anything.
 */
record PostCard(String title, String description, Optional<UUID> photoId) {

  static final PostCard NONE = new PostCard("", "", Optional.empty());

  private static final Pattern LINKING = Pattern.compile("\\.[\\p{L}\\p{N}]");
  private static final int NAMED = 3;
  private static final String TITLE = "title";
  private static final String DESCRIPTION = "description";
  private static final String PHOTO = "photo";

  /**
   * @param products that the post is about, in the order in which the card names them
   */
  static PostCard about(List<ProductSummary> products) {
    return new PostCard(
        some(products.stream().map(ProductSummary::name).toList()),
        some(
            products.stream()
                .map(product -> product.umkmName() + " · " + product.kecamatanName())
                .distinct()
                .toList()),
        products.stream().flatMap(product -> product.photoId().stream()).findFirst());
  }

  /** A card has room for a few: of the others it says how many. */
  private static String some(List<String> all) {
    String named = all.stream().limit(NAMED).collect(Collectors.joining(", "));
    return all.size() > NAMED ? named + " +" + (all.size() - NAMED) : named;
  }

  static PostCard of(Map<String, String> stored) {
    return new PostCard(
        stored.getOrDefault(TITLE, ""),
        stored.getOrDefault(DESCRIPTION, ""),
        Optional.ofNullable(stored.get(PHOTO)).map(UUID::fromString));
  }

  Map<String, String> stored() {
    Map<String, String> values = new TreeMap<>();
    if (!title.isEmpty()) {
      values.put(TITLE, title);
      values.put(DESCRIPTION, description);
    }
    photoId.ifPresent(id -> values.put(PHOTO, id.toString()));
    return values;
  }

  /** As a post with that text will show it; empty where its network shows none. */
  Optional<CardPreview> preview(NetworkModule network, ContentRules rules, String text) {
    boolean byNetwork = network.makesCards();
    return address(network, rules, text)
        .map(
            page ->
                byNetwork
                    ? new CardPreview(page, true, "", "", Optional.empty())
                    : new CardPreview(page, false, titled(page), description, photoId));
  }

  /** False where there is certainly no link: each has a dot within a name. */
  static boolean mayLink(String text) {
    return LINKING.matcher(text).find();
  }

  /** Where no product says what the page is about, its host does. */
  String titled(URI address) {
    return title.isEmpty() ? CardPreview.host(address) : title;
  }

  /** The page that the card of such a text leads to; empty where the network has no cards. */
  static Optional<URI> address(NetworkModule network, ContentRules rules, String text) {
    if (!network.traits().attachments().contains(Attachment.Kind.LINK_CARD)) {
      return Optional.empty();
    }
    return rules.segments(text).stream()
        .filter(segment -> segment.kind() == Segment.Kind.LINK)
        .flatMap(link -> WebAddress.typed(TextScanner.target(link)).stream())
        .findFirst();
  }
}
