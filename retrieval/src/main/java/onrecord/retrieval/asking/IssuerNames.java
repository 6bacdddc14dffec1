package onrecord.retrieval.asking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.corpus.Issuer;
import onrecord.corpus.SecuritiesCode;
import onrecord.retrieval.analysis.Wording;
import onrecord.retrieval.asking.PhraseBook.Mention;

/// Finds which of the issuers known a question names: by code, name, alias, the name without its
/// legal form, or an abbreviation of it.
public final class IssuerNames {

  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "(?i)[,\\s]*(?:(?:&|and)\\s*)?(?<![\\w])(?:inc|incorporated|corp|corporation|co|company|companies|ltd"
              + "|limited|llc|plc|lp|n\\.?v|s\\.?a|a\\.?g|s\\.?e|holdings?|group|the)\\.?(?![\\w])[,\\s]*$"
              + "|(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$|^the\\s+");

  private static final Pattern ABBREVIATION = Pattern.compile("\\b[A-Z][A-Za-z&]{1,5}\\b");
  private static final Pattern JOINING = Pattern.compile("(?i)and|of|the|&");

  private final PhraseBook<SecuritiesCode> names = new PhraseBook<>();
  private final List<Issuer> issuers;

  /// No issuers, for a search that knows none.
  public static final IssuerNames NONE = new IssuerNames(List.of());

  public IssuerNames(Collection<Issuer> issuers) {
    this.issuers = List.copyOf(new LinkedHashSet<>(issuers));
    for (var issuer : this.issuers) {
      namesOf(issuer).forEach(name -> names.add(name, issuer.code()));
    }
  }

  private static Set<String> namesOf(Issuer issuer) {
    var names = new LinkedHashSet<String>();
    Stream.concat(
            Stream.of(issuer.code().value(), issuer.shortName(), issuer.companyName()),
            issuer.aliases().stream())
        .filter(name -> name.length() > 1)
        .forEach(names::add);
    Stream.of(issuer.shortName(), issuer.companyName())
        .map(IssuerNames::withoutLegalForm)
        .filter(name -> name.length() > 1)
        .forEach(names::add);
    return names;
  }

  private static String withoutLegalForm(String name) {
    var bare = name.strip();
    for (var shorter = ""; !shorter.equals(bare); ) {
      shorter = bare;
      bare = LEGAL_FORM.matcher(bare).replaceAll("").strip();
    }
    return bare;
  }

  /// The issuers named, and where.
  ///
  /// @param stretches of the normalised text, as start and end
  record Named(Set<SecuritiesCode> codes, List<int[]> stretches) {}

  /// @param text as written
  Named in(String text) {
    var normalised = Wording.normalised(text);
    var codes = new LinkedHashSet<SecuritiesCode>();
    var stretches = new ArrayList<int[]>();
    for (var mention : names.in(normalised)) {
      if (isName(mention, text, normalised)) {
        codes.addAll(mention.meanings());
        stretches.add(new int[] {mention.start(), mention.end()});
      }
    }
    return codes.isEmpty() ? abbreviated(text) : new Named(codes, stretches);
  }

  /// Latin names are written with a capital, save by those who write everything small: a target is
  /// not Target.
  private static boolean isName(Mention<SecuritiesCode> mention, String text, String normalised) {
    if (normalised.length() != text.length() || !Character.isLetter(text.charAt(mention.start()))) {
      return true;
    }
    return !Character.isLowerCase(text.charAt(mention.start()))
        || text.equals(text.toLowerCase(Locale.ROOT));
  }

  private Named abbreviated(String text) {
    var codes = new LinkedHashSet<SecuritiesCode>();
    var stretches = new ArrayList<int[]>();
    var found = ABBREVIATION.matcher(text);
    while (found.find()) {
      if (found.group().chars().filter(Character::isUpperCase).count() > 1) {
        var letters = found.group().toLowerCase(Locale.ROOT);
        var meant =
            issuers.stream()
                .filter(issuer -> abbreviates(letters, issuer))
                .map(Issuer::code)
                .toList();
        if (!meant.isEmpty()) {
          codes.addAll(meant);
          stretches.add(new int[] {found.start(), found.end()});
        }
      }
    }
    return new Named(codes, stretches);
  }

  private static boolean abbreviates(String letters, Issuer issuer) {
    var words =
        Stream.of(withoutLegalForm(issuer.companyName()).split("[\\s,-]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
    return words.stream().filter(word -> !JOINING.matcher(word).matches()).count() > 1
        && abbreviates(letters, words);
  }

  /// Whether letters are made of the beginnings of all words in order, joining words aside: amex of
  /// american express, jnj of johnson & johnson.
  private static boolean abbreviates(String letters, List<String> words) {
    if (words.isEmpty()) {
      return letters.isEmpty();
    }
    var rest = words.subList(1, words.size());
    var word = words.getFirst();
    if (JOINING.matcher(word).matches()) {
      var joined = !letters.isEmpty() && "n&a".indexOf(letters.charAt(0)) >= 0;
      return abbreviates(letters, rest) || joined && abbreviates(letters.substring(1), rest);
    }
    for (var length = 1; length <= Math.min(letters.length(), word.length()); length++) {
      if (letters.charAt(length - 1) != word.charAt(length - 1)) {
        return false;
      }
      if (abbreviates(letters.substring(length), rest)) {
        return true;
      }
    }
    return false;
  }
}
