package id.gaung;

import id.gaung.followup.FollowUpFeature;
import id.gaung.found.FoundFeature;
import id.gaung.jobs.Schedule;
import id.gaung.ownpost.OwnPostFeature;
import id.gaung.removal.RemovalFeature;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.List;
import java.util.stream.Stream;

/** What is done with posts on their networks beside publishing and measuring them. */
record OnNetworks(
    FollowUpFeature followUp, RemovalFeature removal, FoundFeature found, OwnPostFeature own) {

  static OnNetworks of(Gaung gaung) {
    FollowUpFeature followUp =
        new FollowUpFeature(gaung.foundation(), gaung.channel(), gaung.publishing());
    return new OnNetworks(
        followUp,
        new RemovalFeature(
            gaung.foundation(),
            gaung.channel(),
            gaung.publishing(),
            followUp.followUps(),
            gaung.identity().people()),
        new FoundFeature(
            gaung.foundation(),
            gaung.publishing().found(),
            gaung.engagement().watches(),
            gaung.channel(),
            gaung.campaign().campaigns(),
            gaung.catalogue().products()),
        new OwnPostFeature(
            gaung.foundation(),
            gaung.collaboration(),
            gaung.creator().creators(),
            gaung.campaign().campaigns(),
            gaung.catalogue().products(),
            gaung.channel(),
            gaung.engagement(),
            gaung.media().photos()));
  }

  void register(JerseyEnvironment jersey) {
    followUp.register(jersey);
    removal.register(jersey);
    found.register(jersey);
    own.register(jersey);
  }

  List<Schedule> schedules() {
    return Stream.of(followUp.schedules(), removal.schedules(), found.schedules())
        .flatMap(List::stream)
        .toList();
  }
}
