package id.gaung.report;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ReportDao {

  // Whoever stores a version holds this until the end of the transaction, so that the job on one
  // node and a person on another do not make the same number twice. Readers are not stopped.
  @SqlQuery("select 1 from pg_advisory_xact_lock(hashtext('weekly_report'))")
  int lock();

  @SqlUpdate(
      """
      insert into weekly_report (id, week, version, state, cut_at, made_at, document, sha256)
      values (:id, :week, :version, :state, :cutAt, :madeAt, :document, :sha256)
      """)
  void insert(@BindMethods StoredReport report);

  @SqlQuery("select * from weekly_report where week = :week order by version desc limit 1")
  Optional<StoredReport> newest(String week);

  @SqlQuery("select * from weekly_report where week = :week and version = :version")
  Optional<StoredReport> find(String week, int version);

  @SqlQuery(
      """
      select distinct on (week) * from weekly_report
      where week = any(cast(:weeks as text[])) order by week, version desc
      """)
  List<StoredReport> newestOf(Collection<String> weeks);

  @SqlQuery(
      """
      select week, version, state, cut_at, made_at, sha256 from weekly_report
      where week = any(cast(:weeks as text[])) order by week desc, version desc
      """)
  List<ReportLine> versions(Collection<String> weeks);

  @SqlQuery(
      """
      select week, version, state, cut_at, made_at, sha256 from weekly_report
      order by week, version
      """)
  List<ReportLine> all();

  @SqlQuery(
      "select distinct week from weekly_report order by week desc limit :limit offset :offset")
  List<String> weeks(int limit, int offset);

  @SqlQuery("select count(distinct week) from weekly_report")
  long countWeeks();

  @SqlQuery("select max(week) from weekly_report")
  Optional<String> newestWeek();

  @SqlQuery("select max(week) from weekly_report where week < :week")
  Optional<String> weekBefore(String week);

  @SqlQuery("select min(week) from weekly_report where week > :week")
  Optional<String> weekAfter(String week);
}
