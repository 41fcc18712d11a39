package id.gaung.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.audit.Audit;
import id.gaung.audit.Change;
import id.gaung.db.Transactions;
import id.gaung.kernel.Actor;
import id.gaung.platform.Access;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens channels for use, and writes down what using them taught. */
final class Vault {

  private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
  private static final Actor SYSTEM = Actor.system("channel");

  private final ChannelDao dao;
  private final SecretTexts secrets;
  private final Transactions transactions;
  private final Audit audit;

  private final ChannelMails mails;

  Vault(
      ChannelDao dao,
      SecretTexts secrets,
      Transactions transactions,
      Audit audit,
      ChannelMails mails) {
    this.mails = mails;
    this.dao = dao;
    this.secrets = secrets;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** The usable ones among them, opened; one query however many. */
  Map<UUID, OpenChannel> open(Collection<UUID> ids) {
    return open(dao, ids);
  }

  Map<UUID, OpenChannel> open(ChannelDao through, Collection<UUID> ids) {
    Map<UUID, OpenChannel> opened = new HashMap<>();
    for (SealedChannel row : through.sealed(ids)) {
      Channel channel = row.channel();
      if (channel.isConnected()) {
        stored(row)
            .or(() -> withoutLogin(channel))
            .ifPresent(access -> opened.put(channel.id(), new OpenChannel(channel, access)));
      }
    }
    return opened;
  }

  /** What is stored of a channel, whether it is still usable or not. */
  Optional<Access> stored(SealedChannel row) {
    return row.sealedSecrets().flatMap(bytes -> open(row.channel(), bytes));
  }

  /** By hand nothing needs to be opened. */
  private static Optional<Access> withoutLogin(Channel channel) {
    return Optional.of(channel)
        .filter(Channel::isByHand)
        .map(one -> new Access(one.account(), Credentials.NONE));
  }

  private Optional<Access> open(Channel channel, byte[] sealed) {
    try {
      Map<String, String> opened = secrets.open(sealed, channel.id().toString());
      Credentials credentials = new Credentials(opened, channel.refreshAt(), channel.expiresAt());
      return Optional.of(new Access(channel.account(), credentials));
    } catch (Sealing.Unopened another) {
      LOG.error("The secrets of channel {} do not open: was the secret key changed?", channel.id());
      return Optional.empty();
    }
  }

  /** Why a channel cannot be used, as it was stored; empty if that is not known. */
  Optional<Failure> trouble(UUID id) {
    return dao.find(List.of(id)).stream()
        .flatMap(channel -> channel.trouble().stream())
        .findFirst()
        .map(kind -> Failure.of(Failure.Kind.valueOf(kind), "not-connected", ""));
  }

  byte[] seal(UUID id, Credentials credentials) {
    return secrets.seal(credentials.secrets(), id.toString());
  }

  /**
   * Marks the channel so that a person connects it again; once, and not if a person did so since it
   * was opened.
   */
  void needsReconnecting(Channel channel, Failure.Kind why) {
    UUID id = channel.id();
    if (channel.isByHand()) {
      // Its posts go out all the same; what could be read no longer can.
      transactions.run(
          () -> {
            if (dao.forgetLogin(id, channel.connectedAt()) > 0) {
              audit.record(
                  Change.of(SYSTEM, "channel.login-ended", "channel", id).with("why", why));
            }
          });
      return;
    }
    transactions.run(
        () -> {
          if (dao.needsReconnecting(id, channel.connectedAt(), why.name()) > 0) {
            audit.record(
                Change.of(SYSTEM, "channel.needs-reconnecting", "channel", id)
                    .moving(ChannelState.CONNECTED, ChannelState.RECONNECT)
                    .with("why", why));
            mails.stopped(channel);
          }
        });
  }

  /** The account is called so now. */
  void learnHandle(Channel channel, String handle) {
    if (!handle.isBlank() && !handle.equals(channel.handle())) {
      transactions.run(
          () -> {
            if (dao.learnHandle(channel.id(), handle) > 0) {
              audit.record(
                  Change.of(SYSTEM, "channel.handle-changed", "channel", channel.id())
                      .with("from", channel.handle())
                      .with("to", handle));
            }
          });
    }
  }

  void pause(UUID id, Instant until) {
    dao.pause(id, until);
  }

  /** Named secrets, sealed as one piece. */
  static final class SecretTexts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> MAP = new TypeReference<>() {};

    private final Sealing sealing;

    SecretTexts(Sealing sealing) {
      this.sealing = sealing;
    }

    byte[] seal(Map<String, String> secrets, String context) {
      try {
        return sealing.seal(JSON.writeValueAsBytes(new TreeMap<>(secrets)), context);
      } catch (JsonProcessingException impossible) {
        throw new IllegalStateException("secrets could not be written");
      }
    }

    Map<String, String> open(byte[] sealed, String context) {
      try {
        return JSON.readValue(sealing.open(sealed, context), MAP);
      } catch (IOException damaged) {
        throw new UncheckedIOException(new IOException("sealed secrets are not readable"));
      }
    }
  }
}
