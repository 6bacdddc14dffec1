package onrecord.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// No text can keep an expression of the program busy. Cost is counted in characters read, not in
/// time.
class PatternCostTest {

  private static final int LENGTH = 300;

  /// A text of twice the length may cost four times as much, which is the square, and a little for
  /// its beginning and end; the cube would be eight times as much.
  private static final double MOST_GROWTH = 5.5;

  /// What costs less than this is never worth a look, and what costs more than [#UNBEARABLE] is
  /// stopped.
  private static final long BEARABLE = 200_000;

  private static final long UNBEARABLE = 30_000_000;

  private static final List<String> UNITS =
      List.of("a", "a ", "1", "1,", "(", "<", " ", "\n", "-", "一", "2025年1月", "，", "《", "万元", "收入");

  /// Looked at by a person: the first is only held against a whole line, which begins once; the
  /// parts of the second have at most 80 characters.
  private static final List<String> BOUNDED =
      List.of(
          "onrecord.corpus.formats.PlainTextReader.OPEN_CHINESE",
          "onrecord.bot.reading.CalculationReader.SHARE");

  /// A field of the program that holds an expression.
  private record Expression(String field, Pattern pattern) {}

  @Test
  void noTextKeepsAnExpressionBusy() throws Exception {
    var expressions = expressions();
    assertThat(expressions).hasSizeGreaterThan(100);
    var busy = new ArrayList<String>();
    for (var expression : expressions) {
      if (BOUNDED.contains(expression.field())) {
        continue;
      }
      for (var unit : units(expression.pattern())) {
        if (isKeptBusy(expression.pattern(), unit)) {
          busy.add("%s by '%s'".formatted(expression.field(), unit.strip()));
        }
      }
    }
    assertThat(busy).isEmpty();
  }

  @Test
  void anExpressionThatBacktracksWithoutBoundIsFound() {
    assertThat(isKeptBusy(Pattern.compile("(?:a*){3}b"), "a")).isTrue();
    assertThat(isKeptBusy(Pattern.compile("a+b"), "a")).isFalse();
  }

  private static List<Expression> expressions() throws ReflectiveOperationException {
    var expressions = new ArrayList<Expression>();
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("onrecord");
    for (var type : classes) {
      for (var field : type.getFields()) {
        if (field.getModifiers().contains(JavaModifier.STATIC)
            && field.getRawType().isEquivalentTo(Pattern.class)) {
          expressions.add(new Expression(field.getFullName(), value(field)));
        }
      }
    }
    return expressions;
  }

  private static Pattern value(JavaField field) throws ReflectiveOperationException {
    var declared = Class.forName(field.getOwner().getName()).getDeclaredField(field.getName());
    declared.setAccessible(true);
    return (Pattern) declared.get(null);
  }

  /// The characters that an expression itself names, beside those that any text holds.
  private static Set<String> units(Pattern pattern) {
    var units = new LinkedHashSet<>(UNITS);
    pattern
        .pattern()
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(6)
        .mapToObj(Character::toString)
        .forEach(units::add);
    return units;
  }

  private static boolean isKeptBusy(Pattern pattern, String unit) {
    var twice = reads(pattern, unit, 2 * LENGTH);
    return twice >= UNBEARABLE
        || (twice > BEARABLE && twice > MOST_GROWTH * reads(pattern, unit, LENGTH));
  }

  /// The characters read to find all in a text of one unit again and again.
  private static long reads(Pattern pattern, String unit, int length) {
    var text = new CountedText(unit.repeat(length / unit.length()) + "\u0000");
    try {
      var matcher = pattern.matcher(text);
      while (matcher.find()) {
        // Reads on: what counts is the cost of finding all.
      }
      return text.reads;
    } catch (TooManyReadsException | StackOverflowError busy) {
      return UNBEARABLE;
    }
  }

  /// A text that is read no more often than is bearable.
  private static final class CountedText implements CharSequence {

    private final String text;
    private long reads;

    CountedText(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++reads > UNBEARABLE) {
        throw new TooManyReadsException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class TooManyReadsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
