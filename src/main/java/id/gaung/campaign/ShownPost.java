package id.gaung.campaign;

import id.gaung.catalogue.ProductSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A post as one thing: it is live when at least one account shows it. */
public record ShownPost(
    CampaignOverview.Post post,
    Optional<ProductSummary> product,
    List<CampaignOverview.Account> accounts) {

  /** The account whose state the post has: a live one, else the one that needs most attention. */
  public Optional<CampaignOverview.Account> leading() {
    return accounts.stream().max(Comparator.comparingInt(account -> weight(account.state())));
  }

  private static int weight(String state) {
    return switch (state) {
      case "PUBLISHED" -> 6;
      case "MISSED", "FAILED" -> 5;
      case "PUBLISHING", "RETRYING", "UNCERTAIN", "HANDED_OVER" -> 4;
      case "IN_REVIEW" -> 3;
      case "SCHEDULED" -> 2;
      case "REMOVED", "TAKEN_AWAY" -> 1;
      default -> 0;
    };
  }

  /**
   * Where its reader finds more.
   *
   * @param mayRead whether the reader may open posts; others may open the figures of a live one
   */
  public Optional<String> href(boolean mayRead) {
    return mayRead
        ? Optional.of("/posts/" + post.postId())
        : leading()
            .filter(account -> account.state().equals("PUBLISHED"))
            .map(account -> "/engagement/posts/" + account.renditionId());
  }

  public long liveAccounts() {
    return accounts.stream().filter(a -> a.state().equals("PUBLISHED")).count();
  }

  /** Who still has to put it out by hand. */
  public List<String> hands() {
    var ahead = accounts.stream().filter(CampaignOverview.Account::isAhead);
    return ahead.flatMap(account -> account.hand().stream()).distinct().sorted().toList();
  }

  /** Over all accounts; empty where nothing was measured. */
  public Optional<Long> interactions() {
    return accounts.stream().flatMap(a -> a.interactions().stream()).reduce(Long::sum);
  }

  public Optional<UUID> photo() {
    return post.photoId().or(() -> product.flatMap(ProductSummary::photoId));
  }

  /** As on its own page; a post that was found has its words alone. */
  public String name() {
    String more = post.products() > 1 ? " +" + (post.products() - 1) : "";
    return post.title().or(() -> product.map(first -> first.name() + more)).orElse(post.text());
  }
}
