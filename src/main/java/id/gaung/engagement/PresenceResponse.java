package id.gaung.engagement;

import id.gaung.platform.Presence;

/** What a network said of a post, as the API gives it. */
record PresenceResponse(Presence presence) {}
