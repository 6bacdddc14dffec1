package onrecord.bot.finding;

import java.util.regex.Pattern;
import onrecord.corpus.Unit;
import onrecord.corpus.Unit.Dimension;

/// What kind of number a wording asks for.
enum Measure {
  /// A part of a whole.
  SHARE("占比|比例|比重|百分之|百分比|份额|几成|占[^，。？?]{0,12}多少|占多少|what (share|percentage|proportion)|per ?cent"),
  SHARES("多少股|几股|股数|持股数|股份数"),
  HOLDERS("多少户|几户|户数"),
  PERSONS("多少人|几个人|人数|几名|多少名|how many (people|employees|persons)"),
  MONEY("多少钱|多少元|多少万|多少亿|金额|账面价值|账面余额|几个亿"),
  /// The wording leaves it open, or asks for several.
  ANY("(?!)");

  private final Pattern wording;

  Measure(String wording) {
    this.wording = Pattern.compile(wording);
  }

  /// What a question asks for; [#ANY] where that is several things or none.
  static Measure of(String question) {
    var asked = ANY;
    for (var measure : values()) {
      if (measure.wording.matcher(question).find()) {
        if (asked != ANY) {
          return ANY;
        }
        asked = measure;
      }
    }
    return asked;
  }

  /// Whether a question asks for a share, alone or beside something else.
  static boolean asksForShare(String question) {
    return SHARE.wording.matcher(question).find();
  }

  /// Whether a number in a unit can be what is asked for.
  boolean fits(Unit unit) {
    return switch (this) {
      case SHARE -> isShare(unit);
      case SHARES -> unit.dimension() == Dimension.SHARES;
      case HOLDERS, PERSONS -> unit.dimension() == Dimension.COUNT;
      case MONEY -> unit.isMoney();
      case ANY -> true;
    };
  }

  static boolean isShare(Unit unit) {
    return unit.dimension() == Dimension.PERCENT || unit.dimension() == Dimension.PERCENTAGE_POINT;
  }
}
