package id.gaung.ownpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.collaboration.World;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.media.PhotosPages;
import id.gaung.web.TestViewer;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The photo of a product stands in reports where a post about it has no picture here, as one on its
 * creator's own account: whoever reads reports may open it then, and not before.
 */
@Tag("database")
class ShownProductsTest {

  private final World world = new World();
  private final PhotosPages door = new PhotosPages(world.photos);
  private final UUID campaign = world.activeCampaign();

  private UUID photoOfProduct() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", out);
    UUID photo =
        world
            .photos
            .store(world.staff, new ByteArrayInputStream(out.toByteArray()), "amplang.png")
            .id();
    run("update product set photo_id = ? where id = ?", photo, world.product);
    return photo;
  }

  private void run(String sql, Object... values) {
    world.jdbi.useHandle(h -> h.execute(sql, values));
  }

  /** A post about the product, on an account, as its owner keeps it. */
  private UUID post(String state, Optional<Instant> out) {
    UUID channel = world.ids.next();
    run(
        """
        insert into channel (id, network, server, remote_id, handle, traits, label, state,
          connected_at)
        values (?, 'BLUESKY', 'https://x.test', ?, 'kota', '{}', 'Kota', 'CONNECTED', now())
        """,
        channel,
        channel.toString());
    UUID post = world.ids.next();
    run("insert into post (id, campaign_id, created_at) values (?, ?, now())", post, campaign);
    run("insert into post_product (post_id, product_id) values (?, ?)", post, world.product);
    world.jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into rendition (id, post_id, channel_id, text, due_at, state,
                      published_at, created_at)
                    values (gen_random_uuid(), :post, :channel, 'Amplang', now(), :state, :out,
                      now())
                    """)
                .bind("post", post)
                .bind("channel", channel)
                .bind("state", state)
                .bind("out", out)
                .execute());
    return post;
  }

  /** Told by a creator: nothing of it was published by the office. */
  private void found(boolean outside) {
    UUID channel = world.ids.next();
    run(
        """
        insert into channel (id, network, server, remote_id, handle, traits, label, state,
          connected_at, creator_id)
        values (?, 'INSTAGRAM', 'https://x.test', ?, 'dewi', '{}', 'Dewi', 'CONNECTED', now(), ?)
        """,
        channel,
        channel.toString(),
        outside ? world.creator : null);
    UUID post = world.ids.next();
    run(
        """
        insert into found_post (id, channel_id, remote_id, published_at, text, found_at, opening,
          settled, campaign_id)
        values (?, ?, 'r', now(), 'Amplang', now(), false, true, ?)
        """,
        post,
        channel,
        campaign);
    run("insert into found_product (found_post_id, product_id) values (?, ?)", post, world.product);
  }

  private int opened(Role role, UUID photo) {
    TestViewer viewer = new TestViewer(Actor.person(UUID.randomUUID(), "Dewan", Set.of(role)));
    return door.photo(viewer, photo, "thumb", new Unconditional()).getStatus();
  }

  private void refused(UUID photo) {
    assertThatThrownBy(() -> opened(Role.OBSERVER, photo)).isInstanceOf(Problem.class);
    assertThat(opened(Role.STAFF, photo)).isEqualTo(200);
  }

  @Test
  void an_observer_opens_it_once_a_creator_s_post_about_it_is_out() throws IOException {
    UUID photo = photoOfProduct();
    refused(photo);
    found(true);
    assertThat(opened(Role.OBSERVER, photo)).isEqualTo(200);
  }

  @Test
  void a_post_that_is_not_out_opens_nothing() throws IOException {
    UUID photo = photoOfProduct();
    for (String state : List.of("DRAFT", "IN_REVIEW", "SCHEDULED", "CANCELLED")) {
      post(state, Optional.empty());
      refused(photo);
    }
    post("REMOVED", Optional.of(world.clock.instant()));
    assertThat(opened(Role.OBSERVER, photo)).as("it was out").isEqualTo(200);
  }

  @Test
  void a_post_about_another_product_opens_nothing() throws IOException {
    UUID photo = photoOfProduct();
    UUID post = post("PUBLISHED", Optional.of(world.clock.instant()));
    run("delete from post_product where post_id = ?", post);
    refused(photo);
  }

  /** Asked by a browser that has nothing yet. */
  private static final class Unconditional implements Request {

    @Override
    public String getMethod() {
      return "GET";
    }

    @Override
    public Variant selectVariant(List<Variant> variants) {
      return variants.get(0);
    }

    @Override
    public Response.ResponseBuilder evaluatePreconditions(EntityTag tag) {
      return null;
    }

    @Override
    public Response.ResponseBuilder evaluatePreconditions(Date modified) {
      return null;
    }

    @Override
    public Response.ResponseBuilder evaluatePreconditions(Date modified, EntityTag tag) {
      return null;
    }

    @Override
    public Response.ResponseBuilder evaluatePreconditions() {
      return null;
    }
  }
}
