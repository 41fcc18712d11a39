package id.gaung.home;

import id.gaung.kernel.Week;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** What waits for the caller, as JSON. */
@Path("api/v1/home")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Home")
public final class HomeResource {

  private final FirstPages pages;

  HomeResource(FirstPages pages) {
    this.pages = pages;
  }

  @GET
  @PermitAll
  @Operation(summary = "What waits for you, and what is good to know")
  public HomeResponse show(@Auth Viewer viewer) {
    return HomeResponse.from(pages.of(viewer));
  }

  /**
   * What waits for a person.
   *
   * @param others what waits for others, where this person waits with them
   * @param newestReport the week, {@code 2026-W48}
   */
  public record HomeResponse(
      List<Item> waiting, List<Item> others, List<Item> facts, Optional<String> newestReport) {

    /**
     * @param what such as {@code drafts}
     * @param paths of the pages where to act
     */
    public record Item(String what, long count, List<String> paths) {

      static Item from(Card card) {
        return new Item(
            card.key(), card.count(), card.links().stream().map(CardLink::href).toList());
      }
    }

    static HomeResponse from(HomePages.Show page) {
      return new HomeResponse(
          page.waiting().stream().map(Item::from).toList(),
          page.others().stream().map(Item::from).toList(),
          page.facts().stream().map(Item::from).toList(),
          page.report().map(Week::label));
    }
  }
}
