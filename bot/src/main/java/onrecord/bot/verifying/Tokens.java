package onrecord.bot.verifying;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.bot.finding.Words;
import onrecord.corpus.PeriodMention;
import onrecord.corpus.ReportingCalendar;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Glossary;

/// Takes a text apart into what its meaning hangs on. Two texts that say the same have the same
/// tokens, whatever the units, the names of periods and the language they are written in.
final class Tokens {

  private static final Pattern WORD =
      Pattern.compile(
          "\\p{IsHan}|[\\p{IsAlphabetic}&&[^\\p{IsHan}]\\d][\\p{IsAlphabetic}&&[^\\p{IsHan}]\\d'’_.-]*");
  private static final Pattern BREAK =
      Pattern.compile("[，,；;：:。！？!?\\n]|(?<=\\s)(?:and|while|whereas|but)(?=\\s)");
  private static final Pattern ENDS_SENTENCE = Pattern.compile("[。！？!?\\n]");
  private static final String HAN = "[\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF]";
  private static final Pattern LOOSE = Pattern.compile("(?<=" + HAN + ")\\s+|\\s+(?=" + HAN + ")");

  private static final Pattern BEFORE_A_BASE =
      Pattern.compile(
          "[较比]\\s*$|\\b(?:compared (?:to|with)|than|versus|over)\\s+(?:the\\s+|that of\\s+|in\\s+)*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AFTER_A_BASE = Pattern.compile("相比|相较");

  private final Glossary glossary;
  private final Map<String, String> printed = new HashMap<>();

  Tokens(Glossary glossary) {
    this.glossary = glossary;
    for (var metric : glossary.metrics()) {
      metric.printed().forEach(name -> printed.put(Words.compact(name), metric.id()));
    }
    glossary.metrics().forEach(metric -> printed.put(Words.compact(metric.id()), metric.id()));
  }

  /// A text in the form that is taken apart: NFKC, without the spaces that typesetting puts beside
  /// Chinese characters.
  static String plain(String text) {
    return LOOSE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("").strip();
  }

  /// @param text in plain form
  /// @param calendar from which day and company's point of view it speaks of periods
  List<Token> of(String text, ReportingCalendar calendar) {
    return new Reading(text, calendar).tokens();
  }

  /// What a text calls things, in the other script: DeepSeek for 深度求索. Names in the same script are
  /// left out, since a statement is taken by its letter.
  List<String> otherNames(String text) {
    return glossary.terms(text).stream()
        .flatMap(term ->
            term.names().stream()
                .filter(name -> isHan(name) != isHan(text.substring(term.start(), term.end()))))
        .distinct()
        .toList();
  }

  static boolean isHan(String text) {
    return text.chars().anyMatch(c -> Words.isHan((char) c));
  }

  /// The metrics that a name is printed for.
  List<String> metrics(String name) {
    var id = printed.get(Words.compact(name));
    return id == null ? List.of() : List.of(id);
  }

  static Stream<Token.Period> periods(Stream<Token> tokens) {
    return tokens.filter(Token.Period.class::isInstance).map(Token.Period.class::cast);
  }

  /// A token with its place.
  private record Placed(int start, Token token) {}

  /// One text being taken apart, what is surest first: what has been taken is not taken again.
  private final class Reading {

    private final String text;
    private final ReportingCalendar calendar;
    private final BitSet taken = new BitSet();
    private final List<Placed> placed = new ArrayList<>();

    Reading(String text, ReportingCalendar calendar) {
      this.text = text;
      this.calendar = calendar;
    }

    List<Token> tokens() {
      PeriodMention.in(text).forEach(this::period);
      Quantities.in(text)
          .forEach(
              amount -> take(amount.start(), amount.end(), new Token.Amount(amount.quantity())));
      glossary.mentions(text).forEach(this::metric);
      breaks();
      turns();
      words();
      placed.sort(Comparator.comparingInt(Placed::start));
      return placed.stream().map(Placed::token).toList();
    }

    private void period(PeriodMention mention) {
      var period = mention.resolve(calendar, ReportingCalendar.Tense.STATED);
      take(mention.start(), mention.end(), token(mention, period));
    }

    private Token token(PeriodMention mention, ReportingPeriod period) {
      boolean compared =
          BEFORE_A_BASE.matcher(text.substring(0, mention.start())).find()
              || AFTER_A_BASE.matcher(text.substring(mention.end())).lookingAt();
      if (!compared) {
        return new Token.Period(period, mention);
      }
      boolean named = mention.words().chars().anyMatch(Character::isDigit);
      return named ? new Token.Base(period) : new Token.Turn(Token.Kind.YEAR_ON_YEAR);
    }

    /// A colloquial name is no name of a metric here, and one that is printed for another metric
    /// than people ask for by it is that other metric's: a statement is taken by its letter.
    private void metric(Glossary.Mention mention) {
      var name = text.substring(mention.start(), mention.end());
      metrics(name).forEach(id -> take(mention.start(), mention.end(), new Token.Measured(id)));
    }

    private void breaks() {
      var breaks = BREAK.matcher(text);
      while (breaks.find()) {
        boolean ofSentence = ENDS_SENTENCE.matcher(breaks.group()).matches();
        take(breaks.start(), breaks.end(), new Token.Break(ofSentence));
      }
    }

    private void turns() {
      var harmless = new BitSet();
      var phrases = Wordlist.SET_PHRASES.matcher(text);
      while (phrases.find()) {
        harmless.set(phrases.start(), phrases.end());
      }
      // In this order, since words for a whole comparison hold others.
      for (var kind : Token.Kind.values()) {
        var turns = Objects.requireNonNull(Wordlist.TURNS.get(kind)).matcher(text);
        while (turns.find()) {
          if (!harmless.get(turns.start())) {
            take(turns.start(), turns.end(), new Token.Turn(kind));
          }
        }
      }
    }

    private void words() {
      var words = WORD.matcher(text);
      while (words.find()) {
        var word = words.group();
        var plain = Words.isHan(word.charAt(0)) ? word : latin(word);
        take(words.start(), words.end(), new Token.Word(plain));
      }
    }

    private void take(int start, int end, Token token) {
      int clash = taken.nextSetBit(start);
      if (clash < 0 || clash >= end) {
        taken.set(start, end);
        placed.add(new Placed(start, token));
      }
    }
  }

  private static String latin(String word) {
    var terms = Words.terms(word.replaceAll("[’']s$", ""));
    return terms.isEmpty() ? word.toLowerCase(Locale.ROOT) : String.join("-", terms);
  }
}
