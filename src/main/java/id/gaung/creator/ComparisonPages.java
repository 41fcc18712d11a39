package id.gaung.creator;

import id.gaung.creator.CreatorDirectory.Card;
import id.gaung.creator.CreatorDirectory.Figures;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Some creators side by side, to choose whom to invite. */
@Path("creators/compare")
@Produces(MediaType.TEXT_HTML)
@Hidden
public final class ComparisonPages {

  private final Creators creators;
  private final CreatorDirectory directory;

  ComparisonPages(Creators creators, CreatorDirectory directory) {
    this.creators = creators;
    this.directory = directory;
  }

  /**
   * @param chosen those beyond what has room are passed over
   */
  @GET
  @RolesAllowed(Role.Names.STAFF)
  public View compare(@Auth Viewer viewer, @QueryParam("creator") List<UUID> chosen) {
    List<Card> cards = directory.cards(chosen);
    List<UUID> ids = cards.stream().map(Card::id).toList();
    return new View(
        "creator/compare.jte",
        new Comparison(cards, directory.figures(ids), creators.accounts(ids)));
  }

  /** Some creators beside each other; none if nobody was chosen. */
  public record Comparison(
      List<Card> cards, Map<UUID, Figures> figures, Map<UUID, List<CreatorAccount>> accounts) {

    public Figures figures(Card card) {
      return Optional.ofNullable(figures.get(card.id())).orElseThrow();
    }

    /** Of all accounts that tell any; empty if none does. */
    public Optional<Long> followers(Card card) {
      return accounts.getOrDefault(card.id(), List.of()).stream()
          .flatMap(account -> account.followers().stream())
          .reduce(Long::sum);
    }

    public Optional<Long> median(Card card) {
      return figures(card).median();
    }

    public Optional<Long> feeEach(Card card) {
      return figures(card).feeEach().map(Rupiah::amount);
    }

    public Optional<Long> costOfOne(Card card) {
      return figures(card).costOfOne().map(Rupiah::amount);
    }

    public Optional<Long> live(Card card) {
      return Optional.of(card.live());
    }

    /** Whether this one has more of something than all others, or less where less is better. */
    public boolean isBest(Card card, Function<Card, Optional<Long>> value, boolean more) {
      Optional<Long> own = value.apply(card);
      List<Long> all = cards.stream().flatMap(each -> value.apply(each).stream()).toList();
      return all.size() > 1
          && own.isPresent()
          && all.stream().filter(other -> more ? other >= own.get() : other <= own.get()).count()
              == 1;
    }

    /** Where those of them are invited who may be. */
    public String invite() {
      return cards.stream()
          .filter(Card::active)
          .map(card -> "creator=" + card.id())
          .collect(Collectors.joining("&", "/invitations/new?", ""));
    }
  }
}
