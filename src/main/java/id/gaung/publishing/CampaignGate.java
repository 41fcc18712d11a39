package id.gaung.publishing;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Whether posts of campaigns may go out now; asked once for many. */
interface CampaignGate {

  Map<UUID, Answer> ask(Collection<UUID> campaignIds);

  enum Answer {
    OPEN,
    /** Not now. */
    HELD,
    /** Never again. */
    OVER
  }
}
