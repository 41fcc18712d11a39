package id.gaung.creator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.gaung.collaboration.World;
import id.gaung.creator.CreatorAccount.FollowerSource;
import id.gaung.creator.CreatorAccounts.AccountEntry;
import id.gaung.creator.CreatorDirectory.Asked;
import id.gaung.creator.CreatorDirectory.Card;
import id.gaung.creator.CreatorDirectory.Show;
import id.gaung.creator.Creators.CreateCreator;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.web.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A creator's accounts, with who said how many follow them, and a picture. */
@Tag("database")
class CreatorAccountsTest {

  private final World world = new World();
  private final Creators creators = world.creators;
  private final CreatorDirectory directory = new CreatorDirectory(world.jdbi);

  private static AccountEntry entry(Network network, String handle) {
    return new AccountEntry(network, handle, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static AccountEntry followed(String handle, long followers) {
    return new AccountEntry(
        Nets.INSTAGRAM, handle, Optional.of(followers), Optional.empty(), Optional.empty());
  }

  private Creator rani(AccountEntry... accounts) {
    return creators.create(
        world.staff,
        new CreateCreator("Rani", CreatorKind.CREATOR, "081200000301", "", Optional.empty(), "")
            .with(List.of(accounts)));
  }

  private List<CreatorAccount> accounts(UUID id) {
    return creators.accounts(List.of(id)).getOrDefault(id, List.of());
  }

  private List<FieldError> refused(AccountEntry... accounts) {
    return catchThrowableOfType(Problem.class, () -> rani(accounts)).errors();
  }

  @Test
  void none_said_is_not_zero_and_a_number_says_when_and_from_whom() {
    Creator rani =
        rani(
            followed("@rani.kuliner", 12_400),
            entry(Nets.TIKTOK, "https://www.tiktok.com/@rani"),
            followed("rani.baru", 0));
    List<CreatorAccount> accounts = accounts(rani.id());
    assertThat(accounts)
        .extracting(CreatorAccount::handle)
        .containsExactly("rani.kuliner", "rani", "rani.baru");
    assertThat(accounts.get(0).followersOn()).contains(World.TODAY);
    assertThat(accounts.get(0).followersSource()).contains(FollowerSource.STAFF);
    assertThat(accounts.get(1).followers()).isEmpty();
    assertThat(accounts.get(1).followersSource()).isEmpty();
    assertThat(accounts.get(2).followers()).contains(0L);
    assertThat(creators.accounts(List.of())).isEmpty();
  }

  @Test
  void what_is_wrong_is_named_by_its_line() {
    assertThat(
            refused(
                followed("rani kuliner", 1),
                entry(Nets.TIKTOK, "rani"),
                entry(Nets.TIKTOK, "@RANI"),
                followed("rani", -1),
                new AccountEntry(
                    Nets.X,
                    "rani",
                    Optional.of(5L),
                    Optional.of(World.TODAY.plusDays(1)),
                    Optional.of(FollowerSource.READ))))
        .extracting(error -> error.field() + " " + error.key())
        .containsExactly(
            "accounts[0].handle creator.account.format",
            "accounts[2].handle creator.account.twice",
            "accounts[3].followers creator.account.followers.format",
            "accounts[4].followersOn creator.account.future",
            "accounts[4].source field.choice");
    AccountEntry[] many =
        java.util.stream.IntStream.range(0, 13)
            .mapToObj(i -> entry(Nets.INSTAGRAM, "rani" + i))
            .toArray(AccountEntry[]::new);
    assertThat(refused(many)).extracting(FieldError::key).contains("creator.account.too-many");
  }

  @Test
  void an_account_is_one_active_creators() {
    Creator rani = rani(entry(Nets.BLUESKY, "rani"));
    CreateCreator again =
        new CreateCreator("Rara", CreatorKind.CREATOR, "081200000302", "", Optional.empty(), "")
            .with(List.of(entry(Nets.BLUESKY, "@Rani.bsky.social")));
    assertThat(
            catchThrowableOfType(Problem.class, () -> creators.create(world.staff, again))
                .errors()
                .get(0))
        .isEqualTo(FieldError.of("accounts[0].handle", "creator.account.taken", "Rani"));
    creators.change(world.staff, rani.id(), changed(rani, false));
    assertThat(accounts(creators.create(world.staff, again).id())).hasSize(1);
  }

  private static ChangeCreator changed(Creator creator, boolean active) {
    return new ChangeCreator(
        creator.name(),
        creator.kind(),
        creator.whatsapp().digits(),
        "",
        creator.kecamatanCode(),
        creator.note(),
        active,
        creator.version(),
        creator.photoId(),
        Optional.empty());
  }

  @Test
  void left_out_they_stay_and_the_log_names_no_account() {
    Creator rani = rani(followed("rani.kuliner", 7));
    Creator same = creators.change(world.staff, rani.id(), changed(rani, true));
    assertThat(accounts(rani.id())).hasSize(1);
    creators.change(world.staff, rani.id(), changed(same, true).with(List.of()));
    assertThat(accounts(rani.id())).isEmpty();
    assertThat(world.foundation.audit().about("creator", rani.id()))
        .extracting(event -> event.details())
        .noneMatch(details -> details.contains("rani.kuliner"))
        .anyMatch(details -> details.contains("accounts"));
  }

  @Test
  void what_was_read_stays_as_it_was_read() {
    Creator rani = rani(followed("rani.kuliner", 7));
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update creator_account set followers_source = 'READ' where creator_id = ?",
                rani.id()));
    CreatorAccount read = accounts(rani.id()).get(0);
    AccountEntry kept =
        new AccountEntry(
            read.network(),
            read.handle(),
            read.followers(),
            read.followersOn(),
            read.followersSource());
    Creator same =
        creators.change(
            world.staff, rani.id(), changed(rani, true).with(List.of(kept, entry(Nets.X, "rani"))));
    assertThat(accounts(rani.id())).contains(read).hasSize(2);
    AccountEntry other =
        new AccountEntry(
            read.network(),
            read.handle(),
            Optional.of(8L),
            read.followersOn(),
            read.followersSource());
    assertThat(
            catchThrowableOfType(
                    Problem.class,
                    () ->
                        creators.change(
                            world.staff, rani.id(), changed(same, true).with(List.of(other))))
                .errors()
                .get(0)
                .field())
        .isEqualTo("accounts[0].source");
  }

  /** As the collector keeps it, for the account of which a post is measured. */
  private UUID channel(UUID creator, String remoteId, String handle) {
    UUID id = UUID.randomUUID();
    world.jdbi.useHandle(
        h ->
            h.execute(
                """
                insert into channel (id, network, server, remote_id, handle, traits, label, state,
                  connected_at, mode, creator_id, responsible_id)
                select ?, 'YOUTUBE', 'https://www.youtube.com', ?, ?, '{}', 'x', 'CONNECTED',
                  now(), 'API', ?, null
                """,
                id,
                remoteId,
                handle,
                creator));
    return id;
  }

  private void read(UUID channel, Optional<Long> value, Optional<String> gap, int day, String by) {
    world.jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    insert into follower_snapshot (channel_id, value, gap, observed_at, source)
                    values (:channel, :value, :gap, make_timestamptz(2026, 11, :day, 9, 0, 0), :by)
                    """)
                .bind("channel", channel)
                .bind("value", value)
                .bind("gap", gap)
                .bind("day", day)
                .bind("by", by)
                .execute());
  }

  @Test
  void what_gaung_reads_of_followers_stands_beside_what_was_typed() {
    Creator rani =
        rani(
            new AccountEntry(
                Nets.YOUTUBE,
                "RaniKuliner",
                Optional.of(12_400L),
                Optional.empty(),
                Optional.empty()),
            entry(Nets.TIKTOK, "rani"));
    CreatorAccount account = accounts(rani.id()).get(0);
    assertThat(creators.readFollowers(rani.id())).isEmpty();
    UUID channel = channel(rani.id(), "UC1", "ranikuliner");
    read(channel, Optional.of(100L), Optional.empty(), 1, "API");
    read(channel, Optional.of(200L), Optional.empty(), 2, "API");
    read(channel, Optional.empty(), Optional.of("NOT_YET"), 3, "API");
    read(channel, Optional.of(999L), Optional.empty(), 4, "STAFF_TYPED");
    assertThat(creators.readFollowers(rani.id()))
        .as("not what was typed, and not a day without an answer")
        .satisfiesExactly(
            one -> {
              assertThat(one.value()).contains(200L);
              assertThat(one.isOf(account)).isTrue();
              assertThat(one.isOf(accounts(rani.id()).get(1))).isFalse();
            });
    read(channel, Optional.empty(), Optional.of("HIDDEN"), 5, "API");
    assertThat(creators.readFollowers(rani.id()))
        .as("hidden since, which is none and not the last one")
        .extracting(ReadFollowers::value)
        .containsExactly(Optional.empty());
    assertThat(accounts(rani.id()).get(0).followers()).contains(12_400L);
  }

  @Test
  void the_directory_finds_by_account_and_network() {
    Creator rani = rani(entry(Nets.TIKTOK, "jajan_pasar"));
    assertThat(found("jajan_pasar", Optional.empty())).containsExactly(rani.id());
    assertThat(found("jajan%pasar", Optional.empty())).isEmpty();
    assertThat(found("", Optional.of(Nets.TIKTOK))).containsExactly(rani.id());
    assertThat(found("", Optional.of(Nets.X))).isEmpty();
    assertThat(directory.cards(List.of(rani.id(), world.creator)))
        .extracting(Card::name)
        .containsExactly("Dewi Kuliner", "Rani");
    assertThat(directory.figures(List.of(rani.id())).get(rani.id()).feeEach()).isEmpty();
  }

  private List<UUID> found(String search, Optional<Network> network) {
    return directory.page(new Asked(search, "", network, Show.ALL), 1).rows().stream()
        .map(Card::id)
        .toList();
  }

  @Test
  void lines_of_the_form_are_read_and_shown_again() {
    Form form =
        Form.empty()
            .with("accounts[1].network", "INSTAGRAM")
            .with("accounts[1].handle", "@rani")
            .with("accounts[1].followers", "12.400")
            .with("accounts[1].followersOn", "2026-11-20")
            .with("accounts[1].source", "CREATOR");
    assertThat(AccountLines.read(form))
        .containsExactly(
            new AccountEntry(
                Nets.INSTAGRAM,
                "@rani",
                Optional.of(12_400L),
                Optional.of(LocalDate.of(2026, 11, 20)),
                Optional.of(FollowerSource.CREATOR)));
    assertThat(form.value("accounts[0].handle")).isEqualTo("@rani");
    assertThat(AccountLines.lines(form)).isEqualTo(3);
    Form wrong =
        Form.empty()
            .with("accounts[0].handle", "rani")
            .with("accounts[1].network", "X")
            .with("accounts[1].handle", "rani")
            .with("accounts[1].followers", "12,4 rb")
            .with("accounts[1].followersOn", "kemarin");
    assertThat(catchThrowableOfType(Problem.class, () -> AccountLines.read(wrong)).errors())
        .extracting(FieldError::field)
        .containsExactly("accounts[0].network", "accounts[1].followers", "accounts[1].followersOn");
  }

  @Test
  void a_picture_is_one_of_the_library() {
    CreateCreator asked =
        new CreateCreator(
            "Rani",
            CreatorKind.CREATOR,
            "081200000301",
            "",
            Optional.empty(),
            "",
            Optional.of(UUID.randomUUID()),
            Optional.empty());
    assertThat(
            catchThrowableOfType(Problem.class, () -> creators.create(world.staff, asked))
                .errors()
                .get(0)
                .key())
        .isEqualTo("creator.photo.unknown");
  }
}
