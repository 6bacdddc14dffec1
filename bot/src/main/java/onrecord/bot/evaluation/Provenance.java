package onrecord.bot.evaluation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import onrecord.prompts.Phrase;
import onrecord.prompts.Phrasebook;
import onrecord.prompts.Prompts;
import tools.jackson.databind.JsonNode;

/// Holds every sentence of an answer against its citations and the standard phrases, from what the
/// interface shows alone.
///
/// What is not a standard phrase must be quoted by a citation; numbers in a standard phrase's
/// variables that state a figure must stand in what it cites, but for a computed value shown with
/// its formula. What a chat model wrote in words of its own must keep to what it cites: each of its
/// numbers stands there, and so do most of its words.
public final class Provenance {

  private static final String EXTRACTIVE = "extractive";
  private static final Pattern MARKS = Pattern.compile("〔(\\d+)〕");
  private static final String MONTH =
      "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*?";

  /// Numbers that are no values: years and months, and what 万元 is in English.
  private static final Pattern NO_VALUES =
      Pattern.compile(
          String.join(
              "|",
              "(?i:\\(in\\s?units\\s?of\\s?RMB\\s?[\\d,]+\\))",
              "《[^》]*》|“[^”]*”",
              "\\([^()]*\\d{4}[^()]*\\)",
              "(?:\\d{4}年(?:度)?)?\\d{1,2}[-–—~至]\\d{1,2}月",
              "\\d{4}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?",
              "每\\d+股",
              "\\d{1,2}" + MONTH + "(?:19|20)\\d{2}",
              MONTH + "\\d{1,2},(?:19|20)\\d{2}",
              "(?<![\\d.,])(?:19|20)\\d{2}(?![\\d.,%\\p{IsHan}])",
              "(?<!\\d)(?:19|20)\\d{2}(?=(?:\\([^()\\d]*\\))?[:：])"));

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");

  /// How much of a model's sentence must be its citations' own words: K-precision (Adlakha et al.
  /// 2023, arXiv 2307.16877) over pairs of neighbouring characters, since Chinese has no spaces.
  private static final double KEPT = 0.7;

  private final List<Pattern> phrases;

  public Provenance(Prompts prompts) {
    phrases =
        List.of("zh", "zh-Hant", "en").stream()
            .map(prompts::phrases)
            .flatMap(book -> Arrays.stream(Phrase.values()).map(phrase -> pattern(book, phrase)))
            .toList();
  }

  private static Pattern pattern(Phrasebook book, Phrase phrase) {
    var parts = Print.compact(book.template(phrase)).split("\\{\\w+}", -1);
    var quoted = Arrays.stream(parts).map(Pattern::quote).toList();
    return Pattern.compile(String.join("(?s:(.*?))", quoted), Pattern.DOTALL);
  }

  /// What the sentences of an answer rest on.
  ///
  /// @param sentences how many claim something
  /// @param unsupported those that nothing bears out
  public record Support(int sentences, List<String> unsupported) {

    public Support {
      unsupported = List.copyOf(unsupported);
    }
  }

  /// The claims of an answer that their citations do not bear out, and text that is neither a claim
  /// nor a standard phrase.
  public List<String> unsupported(JsonNode answer) {
    return support(answer).unsupported();
  }

  /// What the claims of an answer, and text that is neither a claim nor a standard phrase, rest on.
  public Support support(JsonNode answer) {
    var unsupported = new ArrayList<String>();
    int claims = answer.path("claims").size();
    var rest = Print.compact(MARKS.matcher(answer.path("text").asString("")).replaceAll(""));
    for (var claim : answer.path("claims")) {
      var words = claim.path("text").asString();
      if (!isBorneOut(claim, answer)) {
        unsupported.add(words);
      }
      rest = rest.replace(Print.compact(words), "\n");
    }
    var loose = rest.lines().filter(line -> !line.isBlank() && !isStandard(line)).toList();
    unsupported.addAll(loose);
    return new Support(claims + loose.size(), unsupported);
  }

  /// Whether a text is nothing but standard phrases, one after the other.
  private boolean isStandard(String text) {
    if (text.isEmpty() || phrases.stream().anyMatch(phrase -> phrase.matcher(text).matches())) {
      return true;
    }
    return phrases.stream()
        .map(phrase -> phrase.matcher(text))
        .filter(matcher -> matcher.lookingAt() && matcher.end() > 0)
        .anyMatch(matcher -> isStandard(text.substring(matcher.end())));
  }

  private boolean isBorneOut(JsonNode claim, JsonNode answer) {
    var cited = cited(claim, answer);
    var words = Print.compact(claim.path("text").asString());
    boolean quoted = Print.compact(cited).contains(words.replaceAll("^[“\"]|[”\"]$", ""));
    return quoted
        || statesCited(claim, words, cited)
        || (isWritten(answer) && keepsTo(words, cited));
  }

  private static String cited(JsonNode claim, JsonNode answer) {
    var quotes = new StringBuilder();
    for (var number : claim.path("citations")) {
      answer
          .path("citations")
          .forEach(citation -> {
            if (citation.path("number").asInt() == number.asInt()) {
              quotes.append(citation.path("quote").asString()).append('\n');
            }
          });
    }
    return quotes.toString();
  }

  /// Whether a chat model put it into words.
  private static boolean isWritten(JsonNode answer) {
    return !answer.path("composer").asString(EXTRACTIVE).equals(EXTRACTIVE);
  }

  private static boolean keepsTo(String words, String cited) {
    var said = figures(words);
    return new HashSet<>(numbers(cited)).containsAll(numbers(said))
        && kept(said, Print.compact(cited)) >= KEPT;
  }

  /// The share of the pairs of neighbouring letters that stand in a source.
  private static double kept(String words, String source) {
    var letters = words.replaceAll("[^\\p{L}\\p{N}]", "");
    var stands = source.replaceAll("[^\\p{L}\\p{N}]", "");
    int pairs = Math.max(0, letters.length() - 1);
    long found =
        IntStream.range(0, pairs).filter(i -> stands.contains(letters.substring(i, i + 2))).count();
    return pairs == 0 ? 0 : (double) found / pairs;
  }

  /// A standard phrase whose figures stand in what it cites.
  private boolean statesCited(JsonNode claim, String words, String cited) {
    var computed = claim.path("computed");
    var allowed = new ArrayList<>(numbers(cited));
    if (computed.isObject()) {
      allowed.addAll(numbers(computed.path("value").asString()));
      allowed.addAll(numbers(computed.path("formula").asString()));
    }
    return isStandard(words) && numbers(figures(words)).stream().allMatch(allowed::contains);
  }

  /// What a statement states besides its source and periods, which name dates, years and months.
  private static String figures(String words) {
    return NO_VALUES.matcher(words).replaceAll(" ");
  }

  private static List<String> numbers(String text) {
    return NUMBER
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .results()
        .map(MatchResult::group)
        .map(number -> number.replace(",", ""))
        .toList();
  }
}
