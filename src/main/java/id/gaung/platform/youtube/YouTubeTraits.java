package id.gaung.platform.youtube;

import id.gaung.platform.Ability;
import id.gaung.platform.Attachment;
import id.gaung.platform.Login;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkCounts;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.PostOption;
import id.gaung.platform.PublishMode;
import id.gaung.platform.RateBase;
import id.gaung.platform.Settling;
import id.gaung.platform.Traits;
import java.util.List;
import java.util.Set;

/** What YouTube is like. */
final class YouTubeTraits {

  /** Of a project and a day of Google's, all accounts together. */
  static final int UPLOADS = 100;

  static final int UNITS = 10_000;

  static final Traits TRAITS =
      new Traits(
          List.of(PublishMode.BY_HAND, PublishMode.API),
          Set.of(Login.CONSENT),
          Set.of(Attachment.Kind.VIDEO),
          Set.of(
              PostOption.TITLE,
              PostOption.PRIVACY,
              PostOption.PAID_PARTNERSHIP,
              PostOption.AI_LABEL,
              PostOption.FIRST_COMMENT),
          new NetworkCounts(
              Set.of(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS),
              Set.of(Metric.LIKES, Metric.COMMENTS),
              List.of(RateBase.VIEWS)),
          VideoFigures.BATCH,
          List.of(
              NetworkQuota.daily(Of.VIDEOS, UPLOADS, PacificDay.ZONE),
              NetworkQuota.daily(Of.CALLS, UNITS, PacificDay.ZONE)),
          Settling.PREPARED_THEN_LIST,
          Set.of(Ability.DELETE, Ability.LIST));

  private YouTubeTraits() {}
}
