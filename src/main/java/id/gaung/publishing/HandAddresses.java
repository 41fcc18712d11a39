package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.platform.PostAddress;
import id.gaung.platform.Presence;
import id.gaung.platform.RemotePost;
import id.gaung.platform.SocialPlatform;
import id.gaung.publishing.HandPosts.Refused;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Judges the addresses that people give for posts, without asking any network. */
final class HandAddresses {

  private static final String UNNAMED = "by-hand:";

  private final UsedDao dao;
  private final Channels channels;
  private final Platforms platforms;

  HandAddresses(Foundation foundation, Channels channels, Platforms platforms) {
    this.dao = foundation.jdbi().onDemand(UsedDao.class);
    this.channels = channels;
    this.platforms = platforms;
  }

  /** The id of a post of which no address is known; no network gives such a one. */
  static String unnamed(UUID renditionId) {
    return UNNAMED + renditionId;
  }

  static boolean isUnnamed(String remoteId) {
    return remoteId.startsWith(UNNAMED);
  }

  /** A post on an account, and what the address that was given for it names. */
  record Judged(RenditionRow row, Channel channel, PostAddress address) {
    Optional<RemotePost> post() {
      return address instanceof PostAddress.Named named
          ? Optional.of(named.post())
          : Optional.empty();
    }
  }

  /** As {@link HandPosts#whole}. */
  Map<UUID, String> whole(Collection<RenditionRow> rows, Map<UUID, String> pasted) {
    Map<UUID, Channel> known =
        channels.find(rows.stream().map(RenditionRow::channelId).distinct().toList());
    Map<UUID, String> whole = new HashMap<>(pasted);
    for (RenditionRow row : rows) {
      Optional.ofNullable(known.get(row.channelId()))
          .flatMap(channel -> platforms.find(channel.network()))
          .ifPresent(
              platform -> whole.computeIfPresent(row.id(), (id, text) -> platform.whole(text)));
    }
    return whole;
  }

  /** Of those for which an address was given. */
  List<Judged> judge(Collection<RenditionRow> rows, Map<UUID, String> pasted) {
    Map<UUID, Channel> known =
        channels.find(rows.stream().map(RenditionRow::channelId).distinct().toList());
    return rows.stream()
        .filter(row -> pasted.containsKey(row.id()))
        .flatMap(
            row ->
                Stream.ofNullable(known.get(row.channelId()))
                    .map(channel -> judged(row, channel, pasted.getOrDefault(row.id(), ""))))
        .toList();
  }

  private Judged judged(RenditionRow row, Channel channel, String pasted) {
    SocialPlatform platform = platforms.of(channel.network());
    return new Judged(row, channel, platform.postAt(channel.account(), pasted));
  }

  /** What stands against them; one without a fault is left out. */
  Map<UUID, Refused> refused(List<Judged> judged) {
    Map<UUID, Refused> refused = new HashMap<>();
    for (Judged one : judged) {
      if (one.address() instanceof PostAddress.Wrong wrong) {
        refused.put(
            one.row().id(),
            new Refused(
                "publishing.hand.address." + wrong.why(),
                List.of(
                    one.channel().network().label(),
                    one.channel().network().shown(one.channel().handle()))));
      }
    }
    used(judged.stream().filter(one -> one.post().isPresent()).toList())
        .forEach(id -> refused.put(id, new Refused("publishing.hand.address.used", List.of())));
    return refused;
  }

  /** What stands against them, also as their networks say. Asks networks. */
  Map<UUID, Refused> against(List<Judged> judged) {
    Map<UUID, Refused> against = refused(judged);
    against.putAll(
        denied(judged.stream().filter(one -> !against.containsKey(one.row().id())).toList()));
    return against;
  }

  /**
   * What networks say against addresses that name a post: that it is not there, or on another
   * account. Nothing where one cannot be asked, or does not answer. Asks networks.
   */
  private Map<UUID, Refused> denied(List<Judged> judged) {
    Map<UUID, Refused> denied = new HashMap<>();
    for (Judged one : judged) {
      if (isReadable(one)) {
        Presence presence = presence(one.channel(), one.post().orElseThrow());
        String network = one.channel().network().label();
        String account = one.channel().network().shown(one.channel().handle());
        if (presence == Presence.GONE) {
          denied.put(
              one.row().id(), new Refused("publishing.hand.address.not-there", List.of(network)));
        } else if (presence == Presence.ELSEWHERE) {
          denied.put(
              one.row().id(),
              new Refused(
                  "publishing.hand.address." + PostAddress.Why.OTHER_ACCOUNT,
                  List.of(network, account)));
        }
      }
    }
    return denied;
  }

  private Presence presence(Channel channel, RemotePost post) {
    SocialPlatform platform = platforms.of(channel.network());
    return channel.hasLogin()
        ? new NetworkCalls(channels.accounts()).presence(channel.id(), platform, post)
        : channels
            .look(
                channel.account(),
                access -> platform.presence(access, post),
                presence -> Optional.empty())
            .orElse(Presence.UNKNOWN);
  }

  private Set<UUID> used(List<Judged> named) {
    return named.isEmpty()
        ? Set.of()
        : dao.used(
            named.stream().map(one -> one.row().id()).toList(),
            named.stream().map(one -> one.row().channelId()).toList(),
            named.stream().map(one -> one.post().orElseThrow().remoteId()).toList(),
            named.stream()
                .map(one -> one.post().orElseThrow().url().map(URI::toString).orElse(""))
                .toList());
  }

  /** Whether its network can be asked what it counts, by a login or because anybody may ask. */
  boolean isReadable(Judged judged) {
    Channel channel = judged.channel();
    return judged.address() instanceof PostAddress.Named named
        && named.readable()
        && (channel.hasLogin() || channels.canLook(channel.account()));
  }

  interface UsedDao {

    /** Those whose post another one of the account has, or whose address any other one has. */
    @SqlQuery(
        """
        select a.id
        from unnest(cast(:ids as uuid[]), cast(:channelIds as uuid[]), cast(:remoteIds as text[]),
          cast(:urls as text[])) as a (id, channel_id, remote_id, url)
        where exists (
            select from rendition r
            where r.channel_id = a.channel_id and r.remote_id = a.remote_id and r.id <> a.id)
          or exists (select from rendition r where r.remote_url = a.url and r.id <> a.id)
        """)
    Set<UUID> used(
        List<UUID> ids, List<UUID> channelIds, List<String> remoteIds, List<String> urls);
  }
}
