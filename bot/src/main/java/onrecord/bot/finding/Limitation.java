package onrecord.bot.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.Reading;

/// Tells which of the words beside a metric limit it to a part of the company: 智算云 in
/// 智算云2024年的营业收入, and not 做到 in 营业收入做到了多少.
public final class Limitation {

  private static final Pattern JOINED = Pattern.compile("[\\s的之(（)）]*");

  /// What is said of a metric's parts: 营业收入中海外, revenue from abroad.
  private static final Pattern LEADS_IN =
      Pattern.compile(
          "(?:中|其中|来自|源自|来源于|源于|里|属于|按|在|对|向|除了?)(?:的)?\\s*$"
              + "|\\b(?:of|from|for|in|by|on|through|at|excluding|per)\\s+(?:the\\s+|its\\s+|your\\s+)?$");

  private static final Pattern NAMES_A_PART =
      Pattern.compile(
          "(?:业务|板块|分部|产品|产线|服务|地区|区域|市场|部门?|项目|基地|公司|集团|客户|供应商|行业|景区|工厂|门店|[国省市县区]|云|人员|股东)$"
              + "|(?:segment|division|business|region|products?|services?|subsidiary|customers?)$");

  /// What follows on these is somebody's view of a metric.
  private static final Pattern SAYS = Pattern.compile("(?:说|称|传|讲|问|猜|觉得|感觉|认为|预测|预计|告诉|然后|那么)$");

  /// A longer run of characters names something, whatever stands beside it.
  private static final int LONGEST_PASSING = 4;

  private Limitation() {}

  /// The words of a part's subject that limit its metrics, in order; all of them where it names no
  /// metric.
  public static String of(Reading.Part part) {
    return of(part, _ -> false);
  }

  /// The same where it is known of which parts of the company figures are disclosed.
  static String of(Reading.Part part, Predicate<String> isDisclosed) {
    if (part.metrics().isEmpty()) {
      return part.subject();
    }
    return Arrays.stream(part.subject().split(" "))
        .filter(word ->
            isDisclosed.test(word) || NAMES_A_PART.matcher(word).find() || limits(word, part))
        .collect(Collectors.joining(" "));
  }

  private static boolean limits(String word, Reading.Part part) {
    int at = part.text().indexOf(word);
    if (at < 0 || isLong(word) || LEADS_IN.matcher(part.text().substring(0, at)).find()) {
      return true;
    }
    var behind = withoutPeriods(part.text().substring(at + word.length()), part);
    return !SAYS.matcher(word).find() && names(part).anyMatch(name -> isJoined(behind, name));
  }

  private static boolean isLong(String word) {
    return word.length() > LONGEST_PASSING && word.charAt(0) > 127;
  }

  private static boolean isJoined(String behind, String name) {
    int metric = behind.indexOf(name);
    return metric >= 0 && JOINED.matcher(behind.substring(0, metric)).matches();
  }

  private static Stream<String> names(Reading.Part part) {
    return part.metrics().stream()
        .flatMap(metric ->
            Stream.of(
                    Stream.of(metric.id(), metric.english()),
                    metric.printed().stream(),
                    metric.asked().stream())
                .flatMap(names -> names))
        .map(name -> name.toLowerCase(Locale.ROOT));
  }

  private static String withoutPeriods(String words, Reading.Part part) {
    var rest = words;
    for (var asked : part.periods()) {
      rest = rest.replace(asked.words(), "");
    }
    return rest;
  }
}
