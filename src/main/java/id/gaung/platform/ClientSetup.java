package id.gaung.platform;

import java.time.Clock;

/** What a client is made of. */
public record ClientSetup(
    NetworkSettings settings, PlatformHttp http, HostPolicy hosts, Clock clock) {}
