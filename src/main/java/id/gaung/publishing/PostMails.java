package id.gaung.publishing;

import id.gaung.audit.Foundation;
import id.gaung.identity.People;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import id.gaung.mail.MailKind;
import id.gaung.mail.Mails;
import id.gaung.mail.WriteMail;
import id.gaung.mail.WriteMail.To;
import id.gaung.publishing.PostMails.EndedPostDao.EndedPost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Tells whoever planned a post, and all staff, that it was missed or failed: once a day for each
 * post, whatever the number of its accounts.
 */
final class PostMails implements RenditionListener {

  private static final Duration DAYS = Duration.ofDays(3);

  private final Foundation foundation;
  private final EndedPostDao dao;
  private final Mails mails;
  private final People people;

  PostMails(Foundation foundation, Mails mails, People people) {
    this.foundation = foundation;
    this.dao = foundation.jdbi().onDemand(EndedPostDao.class);
    this.mails = mails;
    this.people = people;
  }

  @Override
  public void published(List<PublishedRendition> renditions) {
    // That is what everybody expects.
  }

  @Override
  public void cameToNothing(List<UUID> renditions, boolean missed) {
    MailKind kind = missed ? MailKind.POST_MISSED : MailKind.POST_FAILED;
    String about = missed ? "post-missed:" : "post-failed:";
    Instant now = foundation.clock().instant();
    List<UUID> staff = people.holding(Role.STAFF);
    List<WriteMail> told = new ArrayList<>();
    for (EndedPost post : dao.of(renditions)) {
      Set<UUID> readers = new LinkedHashSet<>(post.createdBy().stream().toList());
      readers.addAll(staff);
      for (UUID reader : readers) {
        told.add(
            new WriteMail(
                kind,
                To.person(reader),
                about + post.postId() + ":" + Wita.date(now),
                List.of(post.dueAt()),
                mails.page("/posts/" + post.postId()),
                now.plus(DAYS)));
      }
    }
    mails.write(told);
  }

  interface EndedPostDao {

    /** A post of which a rendition ended, and when the earliest of those was due. */
    record EndedPost(UUID postId, Optional<UUID> createdBy, Instant dueAt) {}

    @SqlQuery(
        """
        select p.id as post_id, p.created_by, min(r.due_at) as due_at
        from rendition r join post p on p.id = r.post_id
        where r.id = any(:ids) group by p.id, p.created_by order by p.id
        """)
    List<EndedPost> of(List<UUID> ids);
  }
}
