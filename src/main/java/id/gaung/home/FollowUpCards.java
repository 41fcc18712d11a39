package id.gaung.home;

import id.gaung.followup.FollowUps;
import id.gaung.kernel.Role;
import id.gaung.publishing.HandPosts;
import id.gaung.publishing.RenditionRow;
import id.gaung.web.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Posts that are out, and whose thread or comment waits for a person. */
final class FollowUpCards implements RoleCards {

  private final FollowUps followUps;
  private final HandPosts posts;

  FollowUpCards(FollowUps followUps, HandPosts posts) {
    this.followUps = followUps;
    this.posts = posts;
  }

  @Override
  public Role role() {
    return Role.STAFF;
  }

  @Override
  public Stream<Optional<Card>> of(Viewer viewer) {
    FollowUps.Troubled troubled = followUps.troubled(CampaignLinks.SHOWN);
    List<RenditionRow> rows = posts.find(troubled.renditionIds());
    Map<UUID, String> names =
        posts.names(rows.stream().map(RenditionRow::postId).distinct().toList());
    return Stream.of(
        Card.ifAny(
            "follow-ups",
            troubled.total(),
            Card.Whose.READER,
            rows.stream()
                .map(
                    row ->
                        CardLink.named(
                            names.getOrDefault(row.postId(), row.excerpt()),
                            "/posts/" + row.postId()))
                .toList()));
  }
}
