package id.gaung.channel;

import id.gaung.audit.Foundation;
import id.gaung.identity.People;
import id.gaung.jobs.Job;
import id.gaung.kernel.Role;
import id.gaung.mail.MailKind;
import id.gaung.mail.Mails;
import id.gaung.mail.WriteMail;
import id.gaung.mail.WriteMail.To;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Tells administrators, who alone can connect accounts again, of one that has stopped, and a week
 * before of one whose authorisation ends and does not renew itself. Silent until the wiring says by
 * what.
 */
final class ChannelMails {

  private static final Duration WEEK = Duration.ofDays(7);

  private final Foundation foundation;
  private final EndingChannelDao dao;
  private Optional<Mails> mails = Optional.empty();
  private Optional<People> people = Optional.empty();

  ChannelMails(Foundation foundation) {
    this.foundation = foundation;
    this.dao = foundation.jdbi().onDemand(EndingChannelDao.class);
  }

  void by(Mails outbox, People known) {
    mails = Optional.of(outbox);
    people = Optional.of(known);
  }

  /** In the transaction that marks it; each connection of an account stops once. */
  void stopped(Channel channel) {
    tell(
        MailKind.CHANNEL_STOPPED,
        "channel-stopped:" + channel.id() + ":" + channel.connectedAt(),
        List.of(channel.shownAs()),
        now().plus(WEEK));
  }

  /** Connected again, by hand now, or out of use: what was not sent yet of its end is over. */
  void over(UUID channelId) {
    mails.ifPresent(
        outbox -> {
          outbox.settle("channel-stopped:" + channelId + ":");
          outbox.settle("channel-ending:" + channelId + ":");
        });
  }

  Job job() {
    return Job.of("tell-ending-accounts", () -> foundation.transactions().run(this::tellEnding));
  }

  private void tellEnding() {
    for (Channel channel : dao.ending(now(), now().plus(WEEK))) {
      Instant end = channel.expiresAt().orElseThrow();
      tell(
          MailKind.CHANNEL_ENDING,
          "channel-ending:" + channel.id() + ":" + end,
          List.of(channel.shownAs(), end),
          end);
    }
  }

  private void tell(MailKind kind, String about, List<Object> args, Instant until) {
    mails.ifPresent(
        outbox ->
            outbox.write(
                people.stream()
                    .flatMap(all -> all.holding(Role.ADMIN).stream())
                    .map(
                        (UUID admin) ->
                            new WriteMail(
                                kind,
                                To.person(admin),
                                about,
                                args,
                                outbox.page("/channels"),
                                until))
                    .toList()));
  }

  private Instant now() {
    return foundation.clock().instant();
  }

  interface EndingChannelDao {

    /** Those whose authorisation ends by then and does not renew itself. */
    @SqlQuery(
        """
        select * from channel
        where state = 'CONNECTED' and refresh_at is null
          and expires_at > :now and expires_at <= :until
        order by expires_at, id
        """)
    List<Channel> ending(Instant now, Instant until);
  }
}
