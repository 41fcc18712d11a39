package id.gaung.found;

import id.gaung.campaign.Campaign;
import id.gaung.campaign.CampaignState;
import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.ProductSummary;
import id.gaung.catalogue.Products;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.found.SearchDao.SearchState;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.publishing.FoundPost;
import id.gaung.publishing.FoundPosts;
import id.gaung.web.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts the models of the found posts' pages together. */
public final class FoundViews {

  private final FoundPosts posts;
  private final SearchDao searches;
  private final Channels channels;
  private final Campaigns campaigns;
  private final Products products;

  FoundViews(
      FoundPosts posts,
      SearchDao searches,
      Channels channels,
      Campaigns campaigns,
      Products products) {
    this.posts = posts;
    this.searches = searches;
    this.channels = channels;
    this.campaigns = campaigns;
    this.products = products;
  }

  /** An account that is searched, and how far that is; empty before its first search. */
  public record Searched(Channel channel, Optional<SearchState> state) {}

  /**
   * @param unlinked whether only those of no campaign are shown
   */
  public record Listed(Page<FoundPost> rows, boolean unlinked, List<Searched> accounts) {}

  /**
   * One found post.
   *
   * @param campaigns it may be linked to, by id
   * @param products that it may show, by id
   */
  public record Shown(
      FoundPost post, Map<String, String> campaigns, Map<String, String> products, Form form) {}

  Listed list(boolean unlinked, int page) {
    List<Channel> able =
        channels.connected().stream()
            .filter(AccountSearch::canList)
            .sorted(Comparator.comparing(Channel::network).thenComparing(Channel::label))
            .toList();
    Map<UUID, SearchState> states = new HashMap<>();
    searches
        .states(able.stream().map(Channel::id).toList())
        .forEach(state -> states.put(state.channelId(), state));
    return new Listed(
        posts.page(unlinked, page),
        unlinked,
        able.stream()
            .map(one -> new Searched(one, Optional.ofNullable(states.get(one.id()))))
            .toList());
  }

  Shown show(UUID id, Optional<Form> sent) {
    FoundPost post = posts.get(id);
    List<UUID> shown = posts.products(List.of(id)).getOrDefault(id, List.of());
    Form form = sent.orElseGet(() -> Form.of(new Linking(post, shown)));
    Map<String, String> offered = campaigns(post);
    Optional<UUID> chosen =
        Optional.of(form.value("campaignId")).filter(offered::containsKey).map(UUID::fromString);
    return new Shown(post, offered, products(chosen, shown), form);
  }

  /** As the form's fields are called. */
  private record Linking(String campaignId, List<String> productIds, int version) {
    Linking(FoundPost post, List<UUID> shown) {
      this(
          post.campaignId().map(UUID::toString).orElse(""),
          shown.stream().map(UUID::toString).toList(),
          post.version());
    }
  }

  /** Those that are not over, and its own. */
  private Map<String, String> campaigns(FoundPost post) {
    Map<String, String> options = new LinkedHashMap<>();
    Stream.of(CampaignState.ACTIVE, CampaignState.COMPLETED)
        .flatMap(state -> campaigns.page(Optional.of(state), 1).rows().stream())
        .sorted(Comparator.comparing(Campaign::name))
        .forEach(one -> options.put(one.id().toString(), one.name()));
    post.campaignId()
        .ifPresent(id -> options.putIfAbsent(id.toString(), post.campaign().orElse("")));
    return options;
  }

  /** Those of the chosen campaign, and those it shows already. */
  private Map<String, String> products(Optional<UUID> campaign, List<UUID> shown) {
    List<UUID> ids = new ArrayList<>(shown);
    campaign.ifPresent(id -> ids.addAll(campaigns.productIds(id)));
    Map<String, String> options = new LinkedHashMap<>();
    products.find(ids).values().stream()
        .sorted(Comparator.comparing(ProductSummary::name))
        .forEach(one -> options.put(one.id().toString(), one.name() + " · " + one.umkmName()));
    return options;
  }

  /**
   * @throws Problem naming the campaign or the product that there is not
   */
  FoundPosts.LinkFound checked(FoundPosts.LinkFound order) {
    List<FieldError> errors = new ArrayList<>();
    order
        .campaignId()
        .filter(id -> campaigns.find(id).isEmpty())
        .ifPresent(id -> errors.add(FieldError.of("campaignId", "found.campaign-unknown")));
    if (products.find(order.productIds()).size() < order.productIds().stream().distinct().count()) {
      errors.add(FieldError.of("productIds", "found.product-unknown"));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return order;
  }
}
