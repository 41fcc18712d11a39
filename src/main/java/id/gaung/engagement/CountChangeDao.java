package id.gaung.engagement;

import id.gaung.kernel.Network;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface CountChangeDao {

  @SqlQuery(
      """
      select id, network, metric, changed_on, text_id, text_en, source, version
      from count_change order by changed_on desc, network, metric, id
      """)
  List<CountChange> all();

  @SqlQuery(
      """
      select id, network, metric, changed_on, text_id, text_en, source, version
      from count_change where id = :id
      """)
  Optional<CountChange> find(UUID id);

  @SqlQuery(
      """
      select id, network, metric, changed_on, text_id, text_en, source, version
      from count_change
      where network = :network and changed_on between :from and :until
      order by changed_on, metric, id
      """)
  List<CountChange> between(Network network, LocalDate from, LocalDate until);

  @SqlUpdate(
      """
      insert into count_change (id, network, metric, changed_on, text_id, text_en, source)
      values (:id, :network, :metric, :changedOn, :textId, :textEn, :source)
      """)
  void insert(@BindMethods CountChange row);

  // Two who change one at once meet here: the second finds another version and is told.
  @SqlUpdate(
      """
      update count_change
      set network = :network, metric = :metric, changed_on = :changedOn, text_id = :textId,
        text_en = :textEn, source = :source, version = version + 1
      where id = :id and version = :version
      """)
  int update(@BindMethods CountChange row);

  @SqlUpdate("delete from count_change where id = :id and version = :version")
  int remove(UUID id, int version);
}
