package onrecord.bot.finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;
import onrecord.corpus.SecuritiesCode;

/// Reads the company's contact for investors from its own reports, which have to give it.
public final class Contacts {

  private static final Pattern PERSON = Pattern.compile("姓名|董事会秘书|联系人|[Cc]ontact");
  private static final Pattern TELEPHONE = Pattern.compile("电话|[Tt]el(ephone)?|[Pp]hone");
  private static final Pattern EMAIL = Pattern.compile("电子信箱|电子邮箱|邮箱|[Ee]-?mail");
  private static final Pattern NAME = Pattern.compile("[\\p{IsHan}·]{2,6}|[A-Z][\\w .]+");
  private static final Pattern NUMBER = Pattern.compile("[\\d（）()+\\- ]{7,}");
  private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w.-]+");

  private final PerDisclosure<Optional<Contact>> contacts;

  public Contacts(Corpus corpus) {
    contacts = new PerDisclosure<>(corpus, Contacts::read);
  }

  /// The contact that the newest disclosure in force gives.
  public Optional<Contact> of(SecuritiesCode issuer, Instant asOf) {
    return contacts.inForce(issuer, asOf).stream().flatMap(Optional::stream).findFirst();
  }

  private static Optional<Contact> read(Corpus corpus, Disclosure disclosure) {
    return corpus.passages(disclosure.id()).stream()
        .filter(passage -> passage.form() == Passage.Form.TABLE)
        .filter(passage -> TELEPHONE.matcher(passage.text()).find())
        .flatMap(passage -> read(disclosure, passage).stream())
        .findFirst();
  }

  /// The contact in a table of labels, with a column or none for the board secretary.
  private static Optional<Contact> read(Disclosure disclosure, Passage passage) {
    var rows = Grid.of(passage).rows();
    var telephone = row(rows, TELEPHONE, NUMBER);
    if (telephone.isEmpty()) {
      return Optional.empty();
    }
    var person = row(rows, PERSON, NAME);
    var email = row(rows, EMAIL, ADDRESS);
    var given = Stream.of(person, telephone, email).flatMap(Optional::stream).toList();
    var quote =
        new Quote(
            disclosure,
            passage,
            given.stream().mapToInt(Grid.Row::start).min().orElseThrow(),
            given.stream().mapToInt(Grid.Row::end).max().orElseThrow());
    return Optional.of(
        new Contact(
            person.map(Contacts::value).orElse(""),
            telephone.map(Contacts::value).orElse(""),
            email.map(Contacts::value).orElse(""),
            quote));
  }

  private static Optional<Grid.Row> row(List<Grid.Row> rows, Pattern label, Pattern value) {
    return rows.stream()
        .filter(row -> row.statesSomething() && label.matcher(row.label()).find())
        .filter(row -> value.matcher(value(row)).matches())
        .findFirst();
  }

  /// The first cell behind the label, which is the board secretary's.
  private static String value(Grid.Row row) {
    return row.cells().stream().filter(cell -> !cell.isEmpty()).skip(1).findFirst().orElse("");
  }
}
