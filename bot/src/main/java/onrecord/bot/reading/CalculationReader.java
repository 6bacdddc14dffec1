package onrecord.bot.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.bot.Reading.Calculation;
import onrecord.bot.Reading.Calculation.Operation;
import onrecord.corpus.PeriodMention;

/// Reads what a question wants computed, from the form of its sentence.
final class CalculationReader {

  // Operands are of bounded length: a question of two thousand characters without a comma would
  // otherwise be tried at every pair of places.
  private static final String HOW_MUCH = "(?:多少|几|多大)";

  private static final Pattern CONVERT =
      Pattern.compile(
          "(?:用|以|按|换算成|折合成?|换成|转换成)(千元|万元|百万元?|亿元|亿|元)(?:来)?(?:表示|为单位|计|算|是)?|"
              + "\\b(?:in|into|expressed in) (?:rmb |cny |yuan )?(millions?|billions?|thousands?)\\b");
  private static final Pattern SHARE =
      Pattern.compile(
          "(?<part>[^,?;。]{0,80}?)(?<!市)占(?!比|地|用|有|据|率)(?:到|了)?(?<whole>[^,?;。]{1,80}?)的?(?:比例|比重|份额|百分比|百分之几|比率|"
              + HOW_MUCH
              + "|比)");
  private static final Pattern SHARE_IN_ENGLISH =
      Pattern.compile(
          "(?:what )?(?:share|percentage|proportion|portion|percent|%) of (?<whole>.{1,160}?) (?:is|was|are|were|does|did|came from|comes from) (?<part>[^,?;]{1,160})|"
              + "(?<part2>[^,?;]{1,160}?) as a (?:share|percentage|proportion) of (?<whole2>[^,?;]{1,160})");
  private static final Pattern RATIO =
      Pattern.compile("(?<first>[^,?;。]{1,80}?)是(?<second>[^,?;。]{1,80}?)的?(?:几|多少)倍");
  private static final Pattern DIFFERENCE =
      Pattern.compile(
          "(?<first>[^,?;。]{1,80}?)比(?<second>[^,?;。例重率]{1,80}?)(?:的)?(?:收入|利润)?(?:[多高少低大]了?"
              + HOW_MUCH
              + "|相差|差)|"
              + "(?<first2>[^,?;。]{1,80}?)(?:和|与|跟|同)(?<second2>[^,?;。]{1,80}?)(?:的)?(?:相差|差额|差距|差值|差)(?:是|有)?"
              + HOW_MUCH
              + "|"
              + "(?<first3>[^,?;。(]{1,80}?)减去?(?<second3>[^,?;。)少值]{1,80})");
  private static final Pattern REST =
      Pattern.compile(
          "除(?:了|去)?(?<known>[^,?;。]{1,80}?)(?:以|之)?外,?的?(?:其他|其它|剩余|其余)?(?<whole>收入|营收|营业收入|成本|费用|[^,?;。是有多]*)");
  private static final Pattern SUM =
      Pattern.compile(
          "(?<items>[^,?;。、和与及跟]{1,80}(?:[、,和与及跟]{1,2}[^,?;。、和与及跟]{1,80}?){1,20})(?:[两三四五六几](?:项|块|条|类)|[两三四五]者|[两三四五]个)?(?:的)?(?:收入|营收|利润|费用)?(?:加起来|加在一起|相加|合计|总共|一共|总和|之和|加总)");
  private static final Pattern SUM_IN_ENGLISH =
      Pattern.compile(
          "(?:sum|combined total|total) of (?<items>[^?;]{1,80}?(?:,| and )[^?;]{1,200})");
  private static final Pattern SEPARATOR = Pattern.compile("[、,和与及跟]|\\band\\b");
  private static final Pattern CHANGE =
      Pattern.compile("(?:比|较|相比)[^,?;。]{0,12}?(?:增加|减少|多|少|增|降|变化|变动)了?(?:了)?" + HOW_MUCH);
  private static final Pattern COMPOUND =
      Pattern.compile("复合年?均?(?:增长率|增长|增速)|年均复合|\\bcagr\\b|compound annual growth");
  private static final Pattern ADDED_UP = Pattern.compile("合计|加起来|总共|一共|之和|总和|in total|combined");
  private static final Pattern DIVISION =
      Pattern.compile("\\((?<first>[^()/]+)/(?<second>[^()/]+)\\)");

  private CalculationReader() {}

  /// @param text one part of a question
  /// @param periods the periods that it names
  /// @param isPast whether they have all ended
  /// @param named strips an operand down to a name
  static Optional<Calculation> calculation(
      String text, List<PeriodMention> periods, boolean isPast, OperandNames named) {
    return Stream.<java.util.function.Supplier<Optional<Calculation>>>of(
            () -> convert(text),
            () -> rest(text, named),
            () -> compound(text, periods, isPast),
            () -> change(text, named),
            () -> ratio(text, named),
            () -> share(text, named),
            () -> division(text, named),
            () -> difference(text, named),
            () -> sum(text, named),
            () -> sumOfQuarters(text, periods))
        .map(java.util.function.Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// Strips what stands in an operand's place down to its name.
  interface OperandNames {
    String name(String words);
  }

  private static Optional<Calculation> convert(String text) {
    var matcher = CONVERT.matcher(text);
    return matcher.find()
        ? of(Operation.CONVERT, List.of(firstGroup(matcher, 1, 2)))
        : Optional.empty();
  }

  private static Optional<Calculation> rest(String text, OperandNames named) {
    var matcher = REST.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    var whole = named.name(matcher.group("whole"));
    return of(
        Operation.DIFFERENCE,
        List.of(
            whole.isEmpty() || whole.equals("收入") ? "营业收入" : whole,
            named.name(matcher.group("known"))));
  }

  private static Optional<Calculation> compound(
      String text, List<PeriodMention> periods, boolean isPast) {
    return COMPOUND.matcher(text).find() && isPast && !periods.isEmpty()
        ? of(Operation.COMPOUND_GROWTH, List.of())
        : Optional.empty();
  }

  private static Optional<Calculation> change(String text, OperandNames named) {
    var matcher = CHANGE.matcher(text);
    if (!matcher.find() || PeriodMention.in(matcher.group()).isEmpty()) {
      return Optional.empty();
    }
    var subject = named.name(text.substring(0, matcher.start()));
    return of(Operation.CHANGE, subject.isEmpty() ? List.of() : List.of(subject));
  }

  private static Optional<Calculation> ratio(String text, OperandNames named) {
    return two(RATIO.matcher(text), Operation.RATIO, named, "first", "second");
  }

  private static Optional<Calculation> share(String text, OperandNames named) {
    return two(SHARE.matcher(text), Operation.SHARE, named, "part", "whole")
        .or(() -> two(SHARE_IN_ENGLISH.matcher(text), Operation.SHARE, named, "part", "whole"))
        .or(() -> two(SHARE_IN_ENGLISH.matcher(text), Operation.SHARE, named, "part2", "whole2"));
  }

  private static Optional<Calculation> division(String text, OperandNames named) {
    return two(DIVISION.matcher(text), Operation.RATIO, named, "first", "second");
  }

  private static Optional<Calculation> difference(String text, OperandNames named) {
    return two(DIFFERENCE.matcher(text), Operation.DIFFERENCE, named, "first", "second")
        .or(() -> two(DIFFERENCE.matcher(text), Operation.DIFFERENCE, named, "first2", "second2"))
        .or(() -> two(DIFFERENCE.matcher(text), Operation.DIFFERENCE, named, "first3", "second3"));
  }

  /// The first operand may be empty: what was spoken of before.
  private static Optional<Calculation> two(
      Matcher matcher, Operation operation, OperandNames named, String first, String second) {
    if (!matcher.find() || matcher.group(second) == null) {
      return Optional.empty();
    }
    var secondName = named.name(matcher.group(second));
    return secondName.isEmpty()
        ? Optional.empty()
        : of(operation, List.of(named.name(matcher.group(first)), secondName));
  }

  private static Optional<Calculation> sum(String text, OperandNames named) {
    return Stream.of(SUM, SUM_IN_ENGLISH)
        .map(pattern -> pattern.matcher(text))
        .filter(Matcher::find)
        .map(matcher -> items(matcher.group("items"), named))
        .filter(items -> items.size() > 1)
        .findFirst()
        .flatMap(items -> of(Operation.SUM, items));
  }

  private static List<String> items(String words, OperandNames named) {
    return Stream.of(SEPARATOR.split(words))
        .map(named::name)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /// A half-year that is added up is two quarters.
  private static Optional<Calculation> sumOfQuarters(String text, List<PeriodMention> periods) {
    if (!ADDED_UP.matcher(text).find()) {
      return Optional.empty();
    }
    return periods.stream()
        .map(PeriodMention::span)
        .filter(new PeriodMention.Span.Months(7, 12)::equals)
        .findFirst()
        .flatMap(_ -> of(Operation.SUM, List.of("第三季度", "第四季度")));
  }

  private static Optional<Calculation> of(Operation operation, List<String> operands) {
    return Optional.of(new Calculation(operation, operands));
  }

  private static String firstGroup(Matcher matcher, int first, int second) {
    var group = matcher.group(first);
    return group == null ? matcher.group(second) : group;
  }

  /// The same with another operand.
  static Calculation replaced(Calculation calculation, String operand, String other) {
    var operands = new ArrayList<>(calculation.operands());
    operands.replaceAll(name -> name.equals(operand) ? other : name);
    return new Calculation(calculation.operation(), operands);
  }

  /// Fills the place of an operand that was left out.
  static Calculation completed(Calculation calculation, String spokenOf) {
    var operands = new ArrayList<>(calculation.operands());
    operands.replaceAll(operand -> operand.isEmpty() ? spokenOf : operand);
    operands.removeIf(String::isEmpty);
    return new Calculation(calculation.operation(), operands);
  }
}
