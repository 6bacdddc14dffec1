package onrecord.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

  private static final String CHANNEL = "telegram";

  @TempDir Path directory;

  private VirtualTime time;
  private ChannelDatabase database;
  private Inbox one;
  private Inbox other;

  @BeforeEach
  void open() {
    time = new VirtualTime(Instant.parse("2025-11-20T01:00:00Z"), Duration.ofSeconds(1));
    database = ChannelDatabase.open(directory);
    one = inbox("one");
    other = inbox("other");
  }

  @AfterEach
  void close() {
    database.close();
    time.close();
  }

  @Test
  void aMessageIsTakenOnce() {
    assertThat(one.put(CHANNEL, "1", "room", "hello")).isTrue();
    assertThat(one.put(CHANNEL, "1", "room", "hello")).isFalse();
    assertThat(other.put(CHANNEL, "1", "room", "hello")).isFalse();
    var item = one.claim(CHANNEL, 10).getFirst();
    assertThat(one.open(item)).isEqualTo("hello");
    one.finish(item);
    assertThat(one.put(CHANNEL, "1", "room", "hello")).isFalse();
    assertThat(one.claim(CHANNEL, 10)).isEmpty();
  }

  @Test
  void twoInstancesWorkOnDifferentRoomsAndEachRoomInOrder() {
    one.put(CHANNEL, "1", "a", "a1");
    one.put(CHANNEL, "2", "a", "a2");
    one.put(CHANNEL, "3", "b", "b1");
    var first = one.claim(CHANNEL, 1);
    var rest = other.claim(CHANNEL, 10);
    assertThat(first).extracting(one::open).containsExactly("a1");
    assertThat(rest).extracting(other::open).containsExactly("b1");
    one.finish(first.getFirst());
    assertThat(other.claim(CHANNEL, 10)).extracting(other::open).containsExactly("a2");
  }

  @Test
  void whatAnInstanceLeavesIsTakenOverWhenItsLeaseHasRunOut() {
    one.put(CHANNEL, "1", "a", "a1");
    var item = one.claim(CHANNEL, 10).getFirst();
    item.notes().write("messages", "17");
    assertThat(other.claim(CHANNEL, 10)).isEmpty();
    time.skip(Inbox.LEASE.plusSeconds(1));
    var taken = other.claim(CHANNEL, 10).getFirst();
    assertThat(taken.notes().read("messages")).contains("17");
    assertThat(taken.attempts()).isEqualTo(2);
  }

  @Test
  void aRoomWhoseRestEndsWhileItIsStillTriedDoesNotRest() {
    one.put(CHANNEL, "1", "a", "a1");
    var item = one.claim(CHANNEL, 10).getFirst();
    time.skip(Duration.ofSeconds(1));
    one.hasten("a");
    one.postpone(item, time.instant().plusSeconds(3_600));
    var again = one.claim(CHANNEL, 10).getFirst();
    assertThat(one.open(again)).isEqualTo("a1");
    one.postpone(again, time.instant().plusSeconds(3_600));
    assertThat(one.claim(CHANNEL, 10)).isEmpty();
  }

  @Test
  void whatIsToBeSaidLaterHoldsUpNoMessage() {
    one.put(CHANNEL, "settled:1", "a", Item.Kind.SETTLED, "1");
    one.postpone(one.claim(CHANNEL, 10).getFirst(), time.instant().plusSeconds(3_600));
    one.put(CHANNEL, "2", "a", "a2");
    assertThat(one.claim(CHANNEL, 10)).extracting(one::open).containsExactly("a2");
  }

  @Test
  void whatIsDoneIsErasedAndItsNameForgottenAfterAWeek() {
    one.put(CHANNEL, "1", "a", "a1");
    one.finish(one.claim(CHANNEL, 10).getFirst());
    one.forgetOld();
    assertThat(one.put(CHANNEL, "1", "a", "a1")).isFalse();
    time.skip(Duration.ofDays(8));
    one.forgetOld();
    assertThat(one.put(CHANNEL, "1", "a", "a1")).isTrue();
  }

  private Inbox inbox(String owner) {
    return new Inbox(database.source(), database::writeThrough, Secret.in(directory), time, owner);
  }
}
