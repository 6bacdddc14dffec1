package onrecord.bot.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.bot.Reading.Form;

/// An English question as analysts put it, taken apart: what it asks, how it defines what it asks
/// for, and how a value is to be shown.
///
/// Around the question proper stand sentences that address whoever answers: `Round to two decimal
/// places.`, `Assume that you are an analyst.`, `Answer by using only the balance sheet:`. They ask
/// nothing, and what they name is not what is wanted.
///
/// @param asked the question proper, in its own words
/// @param definitions what it defines itself, in its order
/// @param form how a value is to be shown
record EnglishQuestion(String asked, List<Definition> definitions, Form form) {

  /// `DSO is defined as: 365 * average receivables / revenue`.
  ///
  /// @param name of what is defined
  /// @param expression in words and signs
  record Definition(String name, String expression) {}

  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          ",?\\s+(Inc|Incorporated|Corp|Co|Ltd|Limited|LLC|L\\.L\\.C|LP|L\\.P|PLC|N\\.V|S\\.A|S\\.E|A\\.G)\\b\\.?(?=[\\s\"”’',;:)?!]|\\.\\s|$)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SENTENCE_END =
      Pattern.compile(
          "(?<!\\b(?:U\\.S|U\\.K|vs|No|St|Mr|Ms|Mrs|Dr|e\\.g|i\\.e|approx))[.?!]+[\"”)]*(?=\\s+[\"“(]?[A-Z0-9])|\\n+|(?i)(?<=\\bquestion):|(?<=the following):");

  private static final String IMPERATIVE =
      "(?:round|answer|give|base|calculate|compute|address|respond|reply|provide|use|utilize|express|state|show|report|(?:assume|pretend|imagine)(?= (?:that )?(?:you|we|i|all|any|figures|amounts|numbers|values|line items)\\b)|act|note|keep|refer|rely|help|consider|make|ensure|do not|don't|limit|present|format)\\b";

  /// Speaks to whoever answers of how to do it.
  private static final Pattern MANNER =
      Pattern.compile(
          "^(?:please |kindly )?(?:"
              + IMPERATIVE
              + ".*\\b(?:answers?|response|decimals?|nearest|question|judg(?:e)?ments?|statements?|sheet|information|details|data|filings?|investor|analyst|banker|perspective|units?|format|percents?|percentages?|usd|dollars|millions?|billions?|thousands?|it by|in \\$)(?![a-z]).*"
              + "|(?:we|i) (?:need|want|would like|are trying)\\b.*\\b(?:calculate|compute|metric|analy[sz]e|figure out|question)\\b.*"
              + "|(?:you are|you're|as an?|imagine you|suppose you)\\b.*"
              + "|here(?:'s| is) (?:the|my|our|a) question"
              + "|if\\b.*\\b(?:state|say|answer|respond|mention|indicate|return|explain|output|write)\\b.*"
              + "|answer\\b.*|thanks?\\b.*|thank you\\b.*)$");

  /// What a question is said to rest on, before it begins.
  private static final Pattern GROUNDS =
      Pattern.compile(
          "^(?:by|based|basing|according|considering|using|when|from|in agreement|taking|relying|drawing|looking|as per|per|with|primarily|given|only|per the)\\b[^?]*?\\b(?:statements?|sheets?|information|details|data|filings?|reports?|10-?[kq]|items?|figures|p&l)\\b[^?]*?,\\s+(?=(?:please |roughly |approximately )?(?:what|how|which|who|when|where|why|is|are|was|were|does|do|did|has|have|had|can|could|calculate|compute|tell|give|find)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FORM_IN_BRACKETS =
      Pattern.compile(
          "\\s*\\((?:using|based on|from|taking|taken from|as shown in)\\b[^()]*\\)|\\s*\\((?:answer |expressed |stated )?(?:in|on|to|as|rounded?)\\b[^()]*\\b(?:usd|dollars?|millions?|billions?|thousands?|percents?|percentages?|units?|basis|decimals?|nearest|\\$)[^()]*\\)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MULTIPLE =
      Pattern.compile(
          "(?:,?\\s+and)?,?\\s+(?:expressed |stated |answer )?in (?:units of )?(?:(?:us\\$|usd|u\\.?s\\.? dollars?|\\$)\\s*)?(?:thousands?|millions?|billions?|percents?|usd|us dollars)\\b(?=\\s*[?.,)]|\\s+and\\b|$)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DEFINED =
      Pattern.compile(
          "^(?:where |here,? |note:? )?(?:the )?(?<name>[\\w&/() -]{2,90}?),? (?:here )?(?:is|are) (?:here )?(?:defined|calculated|computed|measured) (?:as|by|to be)\\b\\s*:?\\s*(?<expression>.+)$"
              + "|^(?:please )?define (?:the )?(?<name2>[\\w&/() -]{2,90}?) (?:as|to be)\\b\\s*:?\\s*(?<expression2>.+)$"
              + "|^(?:the )?(?<name3>[A-Za-z][\\w&/() -]{1,60}?) ?= ?(?<expression3>.+)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DEFINED_IN_BRACKETS =
      Pattern.compile(
          "\\s*\\((?:which is |here |where .{1,40} is )?defined as:?\\s*(?<expression>(?:[^()]|\\([^()]*\\))+)\\)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DECIMALS =
      Pattern.compile(
          "\\b(?<count>no|zero|one|two|three|four|five|\\d)[ -](?:decimals?|digits?)\\b(?: places?| points?)?|nearest (?<unit>whole|integer|tenth|hundredth|thousandth)",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, Integer> COUNTS =
      Map.ofEntries(
          Map.entry("no", 0),
          Map.entry("zero", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("whole", 0),
          Map.entry("integer", 0),
          Map.entry("tenth", 1),
          Map.entry("hundredth", 2),
          Map.entry("thousandth", 3));

  EnglishQuestion {
    definitions = List.copyOf(definitions);
  }

  /// Takes a text apart. One that consists of instructions alone is left whole: they are what is
  /// asked then.
  static EnglishQuestion of(String text) {
    var definitions = new ArrayList<Definition>();
    var kept = new ArrayList<String>();
    for (var sentence : sentences(LEGAL_FORM.matcher(text).replaceAll(" $1"))) {
      var definition = definition(sentence);
      definition.ifPresent(definitions::add);
      if (definition.isEmpty() && !MANNER.matcher(lower(sentence)).find()) {
        kept.add(proper(sentence, definitions));
      }
    }
    var asked = kept.isEmpty() ? text : String.join(" ", kept);
    return new EnglishQuestion(asked, definitions, form(text));
  }

  private static List<String> sentences(String text) {
    var sentences = new ArrayList<String>();
    var ends = SENTENCE_END.matcher(text);
    var start = 0;
    while (ends.find()) {
      sentences.add(text.substring(start, ends.end()).strip());
      start = ends.end();
    }
    sentences.add(text.substring(start).strip());
    sentences.removeIf(String::isEmpty);
    return sentences;
  }

  private static String lower(String sentence) {
    return sentence.toLowerCase(Locale.ROOT).replaceAll("[.:!?\\s]+$", "");
  }

  /// A sentence without what it rests on and how its value is to be shown.
  private static String proper(String sentence, List<Definition> definitions) {
    var proper = GROUNDS.matcher(sentence).replaceFirst("");
    var inBrackets = DEFINED_IN_BRACKETS.matcher(proper);
    if (inBrackets.find()) {
      definitions.add(new Definition("", inBrackets.group("expression")));
      proper = inBrackets.replaceFirst("");
    }
    proper = FORM_IN_BRACKETS.matcher(proper).replaceAll("");
    return MULTIPLE.matcher(proper).replaceAll("");
  }

  private static Optional<Definition> definition(String sentence) {
    var defined = DEFINED.matcher(sentence.replaceAll("[.;\\s]+$", ""));
    if (!defined.matches()) {
      return Optional.empty();
    }
    for (var number : List.of("", "2", "3")) {
      var name = defined.group("name" + number);
      if (name != null) {
        return Optional.of(new Definition(name.strip(), defined.group("expression" + number)));
      }
    }
    return Optional.empty();
  }

  private static Form form(String text) {
    var decimals = DECIMALS.matcher(text);
    if (!decimals.find()) {
      return Form.OPEN;
    }
    var named = decimals.group("count") == null ? decimals.group("unit") : decimals.group("count");
    var word = named.toLowerCase(Locale.ROOT);
    return new Form(COUNTS.containsKey(word) ? COUNTS.get(word) : Integer.valueOf(word));
  }
}
