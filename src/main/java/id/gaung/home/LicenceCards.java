package id.gaung.home;

import id.gaung.kernel.Role;
import id.gaung.publishing.HandPosts;
import id.gaung.publishing.LicenceGaps;
import id.gaung.publishing.LicenceGaps.Gap;
import id.gaung.web.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Posts whose photo or video will not be allowed any more when they are due. */
final class LicenceCards implements RoleCards {

  private final LicenceGaps gaps;
  private final HandPosts posts;

  LicenceCards(LicenceGaps gaps, HandPosts posts) {
    this.gaps = gaps;
    this.posts = posts;
  }

  @Override
  public Role role() {
    return Role.STAFF;
  }

  @Override
  public Stream<Optional<Card>> of(Viewer viewer) {
    List<Gap> all = gaps.all();
    List<Gap> shown = all.stream().limit(CampaignLinks.SHOWN).toList();
    Map<UUID, String> names = posts.names(shown.stream().map(Gap::postId).toList());
    return Stream.of(
        Card.ifAny(
            "licence-over",
            all.size(),
            Card.Whose.READER,
            shown.stream()
                .map(
                    gap ->
                        CardLink.named(
                            names.getOrDefault(gap.postId(), gap.media()),
                            "/posts/" + gap.postId()))
                .toList()));
  }
}
