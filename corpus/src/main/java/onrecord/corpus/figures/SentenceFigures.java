package onrecord.corpus.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.Figure;
import onrecord.corpus.Issuer;
import onrecord.corpus.Passage;
import onrecord.corpus.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/// Reads the figures of a Chinese prose passage, sentence by sentence.
///
/// Each is supported by its whole sentence, so that it can be quoted with its subject and period.
final class SentenceFigures {

  private static final Pattern COMPANY =
      Pattern.compile("[\\u4E00-\\u9FFF()（）]{2,30}?(?:有限责任公司|股份有限公司|有限公司)");
  private static final Pattern BEFORE_ITS_NAME =
      Pattern.compile("^.*(?:子公司|本公司|新设|设立|成立|收购|参股|控股|[)）向与对由和及的为系是经])(?=.{6})");
  private static final Pattern NUMBERING = Pattern.compile("^(?:\\(?[\\d一二三四五六七八九十]{1,2}[)）、.])*");

  private final Passage passage;
  private final Setting setting;
  private final PlainText plain;

  SentenceFigures(Passage passage, Setting setting) {
    this.passage = passage;
    this.setting = setting;
    this.plain = PlainText.of(passage.text());
  }

  List<Figure> read() {
    var figures = new ArrayList<Figure>();
    @Nullable ReportingPeriod period = null;
    @Nullable String owner = null;
    var end = 0;
    for (var sentence : Clauses.sentences(plain.text(), false)) {
      if (plain.text().substring(end, sentence.start()).contains("\n") || end == 0) {
        owner = companyAtStart(sentence.text());
      }
      end = sentence.end();
      if (sentence.hasNumbers() && !sentence.isForwardLooking()) {
        var times = Times.of(setting.calendar(), sentence.text(), period);
        figures.addAll(new Telling(passage, setting, plain, sentence, times, owner).figures());
        period = times.after();
      }
    }
    return figures;
  }

  /// The company that a paragraph is about, where it begins with the name of one.
  private @Nullable String companyAtStart(String sentence) {
    var opening = NUMBERING.matcher(sentence).replaceFirst("");
    var company = COMPANY.matcher(opening);
    return company.lookingAt() ? companyIn(company.group(), setting.disclosure().issuer()) : null;
  }

  /// The last company named in a text, the issuer aside; null if there is none.
  static @Nullable String companyIn(String text, Issuer issuer) {
    @Nullable String last = null;
    var companies = COMPANY.matcher(text);
    while (companies.find()) {
      var name = BEFORE_ITS_NAME.matcher(companies.group()).replaceFirst("");
      var isIssuer = issuer.companyName().equals(name) || name.startsWith(issuer.shortName());
      last = isIssuer ? null : name;
    }
    return last;
  }
}
