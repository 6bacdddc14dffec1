package onrecord.corpus.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an English document calls its company besides its name: the short names that it defines
/// (`the “Bank” or “Amex”`), the beginning of the name used alone (`Boeing`), and words made of the
/// beginnings of the name's words (`Amex` for American Express).
final class EnglishAliases {

  /// Used so often, a word is a name.
  private static final int FEWEST_USES = 5;

  private static final int LONGEST_DEFINITION = 120;
  private static final int SHORTEST = 3;

  private static final Pattern QUOTED = Pattern.compile("[“\"]([^”\"“]{2,40})[”\"]");

  /// Words that begin names and mean no company by themselves.
  private static final Set<String> ADJECTIVES =
      Set.of(
          "american",
          "african",
          "asian",
          "australian",
          "british",
          "canadian",
          "chinese",
          "european",
          "french",
          "german",
          "indian",
          "international",
          "israeli",
          "italian",
          "japanese",
          "national",
          "united",
          "north",
          "south",
          "east",
          "west",
          "northern",
          "southern",
          "eastern",
          "western",
          "central",
          "pacific",
          "atlantic",
          "new",
          "first",
          "global",
          "general",
          "royal",
          "the");

  /// Words of names that any company calls itself by.
  private static final Set<String> GENERIC =
      Set.of(
          "company",
          "group",
          "corporation",
          "trust",
          "bank",
          "holdings",
          "limited",
          "partnership",
          "fund",
          "inc",
          "bancshares",
          "bankshares",
          "the company",
          "the group",
          "the bank",
          "the trust",
          "the fund",
          "resources");

  private final String companyName;
  private final List<String> lines;

  private EnglishAliases(String companyName, List<String> lines) {
    this.companyName = companyName;
    this.lines = lines;
  }

  static List<String> of(String companyName, List<String> lines) {
    var reader = new EnglishAliases(companyName, lines);
    var aliases = new LinkedHashSet<String>();
    aliases.addAll(reader.defined());
    aliases.addAll(reader.beginnings());
    aliases.addAll(reader.contractions());
    return List.copyOf(aliases);
  }

  /// What stands in quotation marks in the brackets right behind the name.
  private List<String> defined() {
    var found = new ArrayList<String>();
    var definition =
        Pattern.compile(
            Pattern.quote(Issuers.shortened(companyName))
                + "[^()“\"]{0,60}\\(([^()]{2,"
                + LONGEST_DEFINITION
                + "})\\)",
            Pattern.CASE_INSENSITIVE);
    for (var line : lines) {
      var matcher = definition.matcher(line);
      while (matcher.find()) {
        QUOTED
            .matcher(matcher.group(1))
            .results()
            .map(quoted -> quoted.group(1).replaceFirst("[,.]$", "").strip())
            .filter(name -> Character.isUpperCase(name.charAt(0)))
            .filter(this::isMadeOfTheName)
            .forEach(found::add);
      }
    }
    return found;
  }

  /// Whether it consists of words of the name, or of its initials; other names in such brackets are
  /// those of subsidiaries, plans and exchanges.
  private boolean isMadeOfTheName(String defined) {
    var words = List.of(companyName.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}&]+"));
    var initials = new StringBuilder();
    words.forEach(word -> initials.append(word, 0, Math.min(1, word.length())));
    var plain = defined.toLowerCase(Locale.ROOT);
    return words.containsAll(List.of(plain.split("[^\\p{L}\\p{N}&]+"))) && !GENERIC.contains(plain)
        || plain.length() > 1 && initials.toString().startsWith(plain);
  }

  private List<String> words() {
    return Stream.of(Issuers.shortened(companyName).split("[\\s,]+"))
        .filter(word -> !word.isBlank())
        .toList();
  }

  /// The first words of the name, where the document uses them without the others and never as a
  /// common word.
  private List<String> beginnings() {
    var words = words();
    var found = new ArrayList<String>();
    for (var count = words.size() - 1; count >= 1; count--) {
      var beginning = String.join(" ", words.subList(0, count));
      if (beginning.length() >= SHORTEST
          && !ADJECTIVES.contains(words.getFirst().toLowerCase(Locale.ROOT))
          && isUsedAlone(beginning, words.get(count))) {
        found.add(beginning);
      }
    }
    return found;
  }

  private boolean isUsedAlone(String beginning, String next) {
    var alone =
        Pattern.compile(
            // Addresses of pages and mail write names in small letters.
            "(?<![\\p{L}\\p{N}@/.])(?i:"
                + Pattern.quote(beginning)
                + ")(?![\\p{L}\\p{N}@]|\\.\\w)(?!\\s+(?i:"
                + Pattern.quote(next)
                + "))");
    var uses = 0;
    for (var line : lines) {
      var matcher = alone.matcher(line);
      while (matcher.find()) {
        if (Character.isLowerCase(matcher.group().charAt(0))) {
          return false;
        }
        uses++;
      }
    }
    return uses >= FEWEST_USES;
  }

  /// Words of the document that consist of a beginning of each word of the name.
  private List<String> contractions() {
    var words = words();
    if (words.size() < 2 || words.size() > 6) {
      return List.of();
    }
    var form = new StringBuilder();
    for (var word : words) {
      form.append("(?i:").append(beginningsOf(word)).append(")");
    }
    var contraction =
        Pattern.compile("(?<![\\p{L}\\p{N}])(?=\\p{Lu})" + form + "(?![\\p{L}\\p{N}])");
    return lines.stream()
        .flatMap(line -> contraction.matcher(line).results())
        .map(MatchResult::group)
        .filter(name -> name.length() >= SHORTEST)
        .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() >= FEWEST_USES)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /// Up to its first three letters.
  private static String beginningsOf(String word) {
    var letters = word.replaceAll("[^\\p{L}]", "");
    if (letters.isEmpty()) {
      return "";
    }
    var form = new StringBuilder(letters.substring(0, 1));
    for (var at = 1; at < Math.min(SHORTEST, letters.length()); at++) {
      form.append("(?:").append(letters.charAt(at));
    }
    return form + ")?".repeat(Math.min(SHORTEST, letters.length()) - 1);
  }
}
