package onrecord.corpus.figures;

import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.Basis;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.figures.PeriodWords.Mention;
import org.jspecify.annotations.Nullable;

/// The periods that a sentence states its figures for.
///
/// @param calendar of the disclosure
/// @param sentence in plain text
/// @param mentions all periods and days it names
/// @param before what the sentences before it in the paragraph spoke of last
record Times(
    FiscalCalendar calendar,
    String sentence,
    List<Mention> mentions,
    @Nullable ReportingPeriod before) {

  private static final Pattern EARLIER = Pattern.compile("[上去]年?.*|上期");
  private static final Pattern EVENT =
      Pattern.compile(
          "^(?:年度)?(?:第.{1,3}[次届]|临时|股东|董事|监事|之?前|以前|之?后|以后|起|召开|颁|发布|出具|《|审议|办理|签|修订|报告|利润分配|审计|限制性|公司第)");
  private static final Pattern BREAK = Pattern.compile("[，,；;。]");

  static Times of(FiscalCalendar calendar, String sentence, @Nullable ReportingPeriod before) {
    return new Times(calendar, sentence, PeriodWords.inSentence(sentence, calendar), before);
  }

  /// The period of a metric stated at an offset: named last before it, else in the paragraph, else
  /// the disclosure's own; null if that cannot be the period of such a metric.
  @Nullable ReportingPeriod periodAt(int offset, String metric) {
    var stated = before == null ? calendar.current() : before;
    for (var mention : mentions) {
      if (mention.end() <= offset && mention.period() != null && isStatedFor(mention, offset)) {
        stated = mention.period();
      }
    }
    if (stated != null && stated.basis() == Basis.INSTANT && Metrics.isOverATime(metric)) {
      var home = calendar.home();
      return home != null && home.end().equals(stated.end()) ? home : null;
    }
    return Metrics.period(metric, stated);
  }

  /// What sentences after this one may go on with: never a day past, or a year compared with.
  @Nullable ReportingPeriod after() {
    var after = before;
    for (var mention : mentions) {
      var period = mention.period();
      if (period != null
          && period.basis() != Basis.INSTANT
          && !isEarlier(mention)
          && isTime(mention)) {
        after = period;
      }
    }
    return after;
  }

  /// A clause without the words that name a period; 期末 within a name stays.
  String cut(String words) {
    var rest = new StringBuilder(words);
    for (var mention : PeriodWords.inSentence(words, calendar).reversed()) {
      var isAbsolute = words.substring(mention.start(), mention.end()).matches(".*[\\d季半].*");
      if (isAbsolute || mention.start() <= 4) {
        rest.delete(mention.start(), mention.end());
      }
    }
    return rest.toString().replaceAll("^[，,、]+", "");
  }

  private boolean isStatedFor(Mention mention, int offset) {
    return isTime(mention)
        && (!isEarlier(mention)
            || !BREAK.matcher(sentence.substring(mention.end(), offset)).find());
  }

  private boolean isTime(Mention mention) {
    var isCompared =
        mention.start() > 0 && "较比与".indexOf(sentence.charAt(mention.start() - 1)) >= 0;
    return !isCompared && !EVENT.matcher(sentence.substring(mention.end())).find();
  }

  private boolean isEarlier(Mention mention) {
    return EARLIER.matcher(sentence.substring(mention.start(), mention.end())).matches();
  }
}
