package id.gaung;

import id.gaung.identity.Office;
import id.gaung.web.Frames;
import id.gaung.web.NavItem;
import id.gaung.web.OfficeMark;
import id.gaung.web.Texts;
import id.gaung.web.WebFeature;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every feature's pages and API on one server, in one frame with one menu. */
final class Doors {

  /** The product's message bundles. */
  static final List<String> BUNDLES =
      List.of(
          "web",
          "platform",
          "identity",
          "office",
          "mail",
          "media",
          "catalogue",
          "creator",
          "campaign",
          "collaboration",
          "phone",
          "channel",
          "channel-connect",
          "publishing",
          "task",
          "task-steps",
          "engagement",
          "found",
          "ownpost",
          "report",
          "home");

  private final Gaung gaung;
  private final Optional<Companion.Parts> companion;

  Doors(Gaung gaung, Optional<Companion.Parts> companion) {
    this.gaung = gaung;
    this.companion = companion;
  }

  /** The product's texts, with those of what comes beside it. */
  static Texts texts(Optional<Companion.Parts> companion) {
    return Texts.load(
        Stream.concat(
                BUNDLES.stream(),
                companion.map(Companion.Parts::bundles).orElse(List.of()).stream())
            .toList());
  }

  /** Registers every door. */
  void register(Environment environment) {
    new WebFeature(
            new Frames(
                gaung.texts(),
                nav(),
                companion.isPresent(),
                () -> mark(gaung.identity().offices().current())),
            gaung.foundation().ids(),
            gaung.publicUrl(),
            gaung.identity().answers())
        .register(environment);
    JerseyEnvironment jersey = environment.jersey();
    gaung.identity().register(jersey);
    gaung.mail().register(jersey);
    gaung.media().register(jersey, gaung.publishing()::pictureFit);
    gaung.catalogue().register(jersey, gaung.texts());
    gaung.creator().register(jersey);
    gaung.campaign().register(jersey);
    gaung.collaboration().register(jersey, gaung.engagement().socialSide());
    gaung.collaboration().register(jersey, gaung.media().uploadDoor());
    gaung
        .channel()
        .register(jersey, gaung.publishing()::planned, gaung.engagement()::newestFollowers);
    gaung.publishing().register(jersey);
    gaung.task().register(jersey);
    gaung.engagement().register(jersey);
    gaung.onNetworks().register(jersey);
    gaung.report().register(jersey, gaung.identity().offices()::current);
    gaung.home().register(jersey);
    companion.ifPresent(parts -> parts.register(jersey, gaung));
    jersey.register(new OpenApiResource(jersey.getResourceConfig()));
    gaung.publishing().register(environment.metrics());
    gaung.engagement().register(environment.metrics());
    gaung.jobs().watch().register(environment.metrics(), environment.healthChecks());
  }

  private static OfficeMark mark(Office office) {
    return new OfficeMark(office.name(), office.logoPhotoId().map(id -> "/office/logo?" + id));
  }

  private List<NavItem> nav() {
    return Stream.of(
            gaung.campaign().nav(),
            gaung.creator().nav(),
            gaung.collaboration().nav(),
            gaung.publishing().nav(),
            gaung.report().nav(),
            gaung.catalogue().nav(),
            gaung.media().nav(),
            gaung.home().nav(),
            companion.map(Companion.Parts::nav).orElse(List.of()))
        .flatMap(List::stream)
        .toList();
  }
}
