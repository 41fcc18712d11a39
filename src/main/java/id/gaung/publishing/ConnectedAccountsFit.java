package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.collaboration.DraftFit;
import id.gaung.kernel.Wita;
import id.gaung.platform.ContentRules;
import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.TextLength;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Holds drafts against the rules of the accounts that are connected. */
final class ConnectedAccountsFit implements DraftFit {

  private final Channels channels;
  private final Platforms platforms;
  private final Clock clock;

  ConnectedAccountsFit(Channels channels, Platforms platforms, Clock clock) {
    this.clock = clock;
    this.channels = channels;
    this.platforms = platforms;
  }

  @Override
  public List<Fit> of(String caption) {
    return channels.connected().stream()
        .sorted(Comparator.comparing(Channel::network).thenComparing(Channel::id))
        .flatMap(
            channel ->
                platforms.find(channel.network()).stream()
                    .map(platform -> fit(channel, platform.rules(channel.account()), caption)))
        .toList();
  }

  @Override
  public Optional<Instant> proposed() {
    LocalDateTime now = Wita.dateTime(clock.instant()).truncatedTo(ChronoUnit.MINUTES);
    return QuickTimes.fresh(now).stream().findFirst().map(Wita::instant);
  }

  private static Fit fit(Channel channel, ContentRules rules, String caption) {
    TextLength length = rules.length(caption);
    return new Fit(
        channel.network().path(),
        channel.network().label(),
        channel.handle(),
        length.used(),
        length.limit(),
        rules.asShown(caption).stream()
            .map(part -> new Part(part.kind() == Segment.Kind.PLAIN, part.text()))
            .toList(),
        !rules.textAlone());
  }
}
