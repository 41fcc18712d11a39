package id.gaung.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.audit.TestFoundation;
import id.gaung.db.TestDatabase;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.platform.SteppedClock;
import id.gaung.web.TestViewer;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Readers of reports see the photos that everybody can see, and no draft's. */
@Tag("database")
class OpenPhotosTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  @TempDir Path folder;

  @Test
  void an_observer_sees_a_photo_when_it_is_out_and_staff_see_it_before() throws IOException {
    MediaFeature media =
        new MediaFeature(
            TestFoundation.on(DATABASE, new SteppedClock(Instant.parse("2026-11-24T04:00:00Z"))),
            folder.resolve("media"),
            URI.create("https://gaung.example/"),
            new byte[32]);
    UUID photo =
        media.photos().store(Actor.system("test"), new ByteArrayInputStream(png()), "a.png").id();
    Set<UUID> published = new HashSet<>();
    media.photos().shownToAllBy(asked -> shared(asked, published));
    PhotosPages pages = new PhotosPages(media.photos());
    Request request = new Unconditional();
    for (Role role : Set.of(Role.OBSERVER, Role.ADMIN)) {
      assertThatThrownBy(() -> pages.photo(viewer(role), photo, "thumb", request))
          .as(role.name())
          .isInstanceOf(Problem.class);
    }
    assertThat(pages.photo(viewer(Role.STAFF), photo, "thumb", request).getStatus()).isEqualTo(200);
    published.add(photo);
    for (Role role : Set.of(Role.OBSERVER, Role.ADMIN)) {
      assertThat(pages.photo(viewer(role), photo, "thumb", request).getStatus())
          .as(role.name())
          .isEqualTo(200);
    }
  }

  private static TestViewer viewer(Role role) {
    return new TestViewer(Actor.person(UUID.randomUUID(), "Sari", Set.of(role)));
  }

  private static Set<UUID> shared(Set<UUID> asked, Set<UUID> published) {
    Set<UUID> both = new HashSet<>(asked);
    both.retainAll(published);
    return both;
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
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
