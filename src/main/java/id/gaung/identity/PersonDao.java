package id.gaung.identity;

import id.gaung.db.WhatsappColumn;
import id.gaung.kernel.Role;
import id.gaung.kernel.Whatsapp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterArgumentFactory;
import org.jdbi.v3.sqlobject.config.RegisterColumnMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterArgumentFactory(WhatsappColumn.class)
@RegisterColumnMapper(WhatsappColumn.class)
interface PersonDao {

  String PERSON =
      """
      select p.id, p.email, p.name, upper(p.language) as language, p.active,
        p.password_hash is not null as has_password, p.created_at, p.phone, p.version,
        array(select r.role from person_role r where r.person_id = p.id) as roles
      from person p
      """;

  @SqlQuery(PERSON + "where p.id = :id")
  Optional<Person> find(UUID id);

  @SqlQuery(PERSON + "where p.id = any(:ids)")
  List<Person> found(List<UUID> ids);

  @SqlQuery(
      """
      select p.id from person p join person_role r on r.person_id = p.id
      where p.active and r.role = :role order by p.id
      """)
  List<UUID> holding(Role role);

  @SqlQuery(PERSON + "where p.email = :email")
  Optional<Person> findByEmail(String email);

  @SqlQuery(
      PERSON
          + """
          where p.name ilike :pattern or p.email ilike :pattern
          order by lower(p.name), p.id limit :limit offset :offset
          """)
  List<Person> page(String pattern, int limit, int offset);

  @SqlQuery(
      """
      select count(*) from person p where p.name ilike :pattern or p.email ilike :pattern
      """)
  long count(String pattern);

  @SqlQuery("select id, name from person where id = any(:ids)")
  @KeyColumn("id")
  @ValueColumn("name")
  Map<UUID, String> names(UUID[] ids);

  @SqlQuery("select id, name from person order by lower(name), id limit :most")
  @KeyColumn("id")
  @ValueColumn("name")
  Map<UUID, String> all(int most);

  @SqlQuery(
      PERSON
          + """
          where p.active and exists (
            select from person_role r where r.person_id = p.id and r.role = any(:roles))
          order by lower(p.name), p.id limit :most
          """)
  List<Person> active(List<String> roles, int most);

  @SqlQuery("select exists (select 1 from person)")
  boolean any();

  @SqlQuery("select password_hash from person where id = :id")
  Optional<String> passwordHash(UUID id);

  @SqlQuery("select password_hash from person where email = :email and active")
  Optional<String> passwordHashByEmail(String email);

  @SqlUpdate(
      """
      insert into person (id, email, name, created_at) values (:id, :email, :name, :at)
      on conflict (email) do nothing
      """)
  int insert(UUID id, String email, String name, Instant at);

  @SqlUpdate("insert into person_role (person_id, role) select :id, unnest(:roles)")
  void insertRoles(UUID id, String[] roles);

  @SqlUpdate("delete from person_role where person_id = :id")
  void deleteRoles(UUID id);

  @SqlUpdate(
      """
      update person set name = :name, phone = :phone, active = :active, version = version + 1
      where id = :id and version = :version
      """)
  int update(UUID id, String name, Optional<Whatsapp> phone, boolean active, int version);

  @SqlUpdate(
      """
      update person set name = :name, phone = :phone, language = :language, version = version + 1
      where id = :id
      """)
  void updateProfile(UUID id, String name, Optional<Whatsapp> phone, String language);

  @SqlUpdate("update person set password_hash = :hash, version = version + 1 where id = :id")
  void updatePassword(UUID id, String hash);

  // Serialises the commands that take ADMIN away. A lock on the administrators' rows would not do:
  // the one who waits would still count by its old snapshot of person_role. Under this lock the
  // next statement sees what the one before has committed.
  @SqlQuery("select pg_advisory_xact_lock(hashtext('id.gaung.identity.administrators')) is null")
  boolean lockAdministrators();

  @SqlQuery(
      """
      select count(*) from person p join person_role r on r.person_id = p.id
      where p.active and r.role = 'ADMIN'
      """)
  int activeAdministrators();
}
