package id.gaung.campaign;

import id.gaung.audit.Change;
import id.gaung.audit.Contributions;
import id.gaung.audit.Foundation;
import id.gaung.catalogue.Products;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Permissions;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Typed;
import id.gaung.kernel.Wita;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Campaigns: planning and reading them. Their steps are taken through {@link CampaignSteps}. */
public final class Campaigns {

  /** How many campaigns tell what is usual. */
  private static final int LATEST = 8;

  private final CampaignDao dao;
  private final Foundation foundation;
  private final Briefs briefs;
  private final Products products;
  private final Contributions contributions;

  Campaigns(Foundation foundation, Briefs briefs, Products products) {
    this.dao = foundation.jdbi().onDemand(CampaignDao.class);
    this.foundation = foundation;
    this.briefs = briefs;
    this.products = products;
    this.contributions = new Contributions(foundation);
  }

  public Optional<Campaign> find(UUID id) {
    return dao.find(id);
  }

  /** Those of the campaigns that exist. */
  public Map<UUID, Campaign> find(Collection<UUID> ids) {
    return dao.all(ids).stream().collect(Collectors.toMap(Campaign::id, Function.identity()));
  }

  /**
   * @throws Problem not found
   */
  public Campaign get(UUID id) {
    return dao.find(id).orElseThrow(Problem::notFound);
  }

  /**
   * The campaign, which keeps its state until the caller's transaction ends. Taken before locks on
   * what belongs to the campaign, so that two commands never wait for each other.
   *
   * @throws Problem not found
   */
  public Campaign hold(UUID id) {
    return dao.hold(id).orElseThrow(Problem::notFound);
  }

  /** The states of those campaigns that exist. */
  public Map<UUID, CampaignState> states(Collection<UUID> ids) {
    return dao.states(ids);
  }

  public List<UUID> productIds(UUID campaignId) {
    return dao.productIds(campaignId);
  }

  /**
   * The latest start first.
   *
   * @param state only campaigns in it; empty for all
   */
  public Page<Campaign> page(Optional<CampaignState> state, int number) {
    return page(state, "", number);
  }

  /**
   * The latest start first.
   *
   * @param state only campaigns in it; empty for all
   * @param search a part of the name; empty for all
   */
  public Page<Campaign> page(Optional<CampaignState> state, String search, int number) {
    List<String> states =
        state
            .map(s -> List.of(s.name()))
            .orElseGet(() -> Arrays.stream(CampaignState.values()).map(Enum::name).toList());
    String like = "%" + search.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    PageRequest asked = PageRequest.of(number);
    return asked.page(
        dao.page(states, like, asked.size(), asked.offset()), dao.count(states, like));
  }

  /** What the latest campaigns aimed at that have begun or are over. */
  UsualTargets usualTargets() {
    return dao.usualTargets(
        Stream.of(
                CampaignState.ACTIVE,
                CampaignState.PAUSED,
                CampaignState.COMPLETED,
                CampaignState.CLOSED)
            .map(Enum::name)
            .toList(),
        LATEST);
  }

  /** Some products of each campaign: those to show it by. */
  Map<UUID, List<UUID>> shownBy(Collection<UUID> ids, int most) {
    return dao.linked(ids, most).stream()
        .collect(
            Collectors.groupingBy(
                CampaignDao.Linked::campaignId,
                Collectors.mapping(CampaignDao.Linked::productId, Collectors.toList())));
  }

  /** A new draft, with the first version of its brief. */
  public UUID create(Actor by, PlanCampaign plan) {
    Permissions.require(by, Role.STAFF);
    plan.check();
    if (plan.endsOn().isBefore(Wita.date(foundation.clock().instant()))) {
      throw Problem.invalid("endsOn", "campaign.ends-past");
    }
    return foundation
        .transactions()
        .call(
            () -> {
              Instant now = foundation.clock().instant();
              UUID maker = by.id().orElseThrow();
              UUID id = foundation.ids().next();
              dao.insert(draft(id, plan, maker, now));
              plan.productIds().ifPresent(ids -> link(id, ids));
              contributions.record(by, Contributions.Kind.CAMPAIGN, id, 0);
              briefs.begin(id, maker);
              foundation
                  .audit()
                  .record(
                      Change.of(by, "campaign.planned", "campaign", id).with("name", plan.name()));
              return id;
            });
  }

  /**
   * Changes a draft.
   *
   * @throws Problem stale if somebody changed it since; conflict if it is no draft any more
   */
  public void change(Actor by, UUID id, PlanCampaign plan) {
    Permissions.require(by, Role.STAFF);
    plan.check();
    int version = plan.version().orElseThrow(() -> Problem.invalid("version", "field.required"));
    foundation
        .transactions()
        .run(
            () -> {
              draftOf(id);
              if (dao.change(id, version, plan.cleaned(), foundation.clock().instant()) == 0) {
                throw Problem.stale();
              }
              plan.productIds().ifPresent(ids -> link(id, ids));
              contributions.record(by, Contributions.Kind.CAMPAIGN, id, version + 1);
              foundation.audit().record(Change.of(by, "campaign.changed", "campaign", id));
            });
  }

  /** Adds products to a draft, or takes one away. */
  public void changeProducts(Actor by, UUID id, ChooseProducts choice) {
    Permissions.require(by, Role.STAFF);
    foundation
        .transactions()
        .run(
            () -> {
              Campaign campaign = draftOf(id);
              Set<UUID> chosen = new TreeSet<>(dao.productIds(id));
              chosen.addAll(choice.add());
              choice.remove().ifPresent(chosen::remove);
              link(id, chosen);
              dao.touch(id, campaign.version(), foundation.clock().instant());
              contributions.record(by, Contributions.Kind.CAMPAIGN, id, campaign.version() + 1);
              foundation
                  .audit()
                  .record(
                      Change.of(by, "campaign.products-changed", "campaign", id)
                          .with("products", chosen.size()));
            });
  }

  private Campaign draftOf(UUID id) {
    Campaign campaign = dao.lock(id).orElseThrow(Problem::notFound);
    if (campaign.state() != CampaignState.DRAFT) {
      throw Problem.conflict("campaign.refused.change." + campaign.state());
    }
    return campaign;
  }

  private void link(UUID id, Collection<UUID> productIds) {
    if (!products.find(productIds).keySet().containsAll(productIds)) {
      throw Problem.invalid("productIds", "campaign.product-unknown");
    }
    dao.unlinkOthers(id, productIds);
    dao.link(id, productIds);
  }

  private static Campaign draft(UUID id, PlanCampaign plan, UUID maker, Instant now) {
    return new Campaign(
        id,
        Typed.name(plan.name()),
        plan.goal().strip(),
        plan.startsOn(),
        plan.endsOn(),
        plan.budget(),
        plan.targetPosts(),
        plan.targetViews(),
        plan.targetInteractions(),
        CampaignState.DRAFT,
        Optional.empty(),
        maker,
        Optional.empty(),
        Optional.empty(),
        now,
        now,
        0);
  }

  /** Products to add to a campaign, and one to take away. */
  public record ChooseProducts(@Size(max = 200) List<@NotNull UUID> add, Optional<UUID> remove) {}
}
