package id.gaung.publishing;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Empties the table. */
interface UntoldDao {

  /**
   * @param calledOff whether the last rendition to end was called off; else it failed or was missed
   * @param again whether it was scheduled again since it was found
   */
  record Row(UUID deliverableId, boolean calledOff, boolean again) {}

  @SqlQuery(
      """
      delete from untold_end u
      returning u.deliverable_id, u.called_off, exists (
        select from post p join rendition r on r.post_id = p.id
        where p.deliverable_id = u.deliverable_id
          and r.state not in ('MISSED', 'CANCELLED', 'FAILED')) as again
      """)
  List<Row> take();
}
