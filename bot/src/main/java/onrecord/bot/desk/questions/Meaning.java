package onrecord.bot.desk.questions;

import java.text.Normalizer;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import onrecord.corpus.Language;
import onrecord.retrieval.EmbeddingModels;

/// What a question means, as far as two can be told alike: the direction of its vector, and the
/// numbers, years and periods it names, which vectors tell apart badly.
///
/// @param points the latter, sorted and joined
record Meaning(String points, float[] vector) {

  private static final Pattern POINT =
      Pattern.compile(
          "\\d+(?:\\.\\d+)?\\s*[%年月日]?|[一二三四前上下]{1,2}季度|半年|全年|年度|去年|今年|明年|后年|上年|同期|q[1-4]|h[12]|last year|next year|this year|quarter");

  static Meaning of(String question, Language language, EmbeddingModels models) {
    var model = language == Language.EN ? models.english() : models.chinese();
    return new Meaning(points(question), model.embedding().embed(question).content().vector());
  }

  static String points(String question) {
    var points = new TreeSet<String>();
    var matcher =
        POINT.matcher(
            Normalizer.normalize(question, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      points.add(matcher.group().replaceAll("\\s", ""));
    }
    return String.join(" ", points);
  }

  /// Cosine of the angle between two vectors of one model.
  static double likeness(float[] one, float[] other) {
    double product = 0;
    double lengthOfOne = 0;
    double lengthOfOther = 0;
    for (int i = 0; i < Math.min(one.length, other.length); i++) {
      product += one[i] * other[i];
      lengthOfOne += one[i] * one[i];
      lengthOfOther += other[i] * other[i];
    }
    return product == 0 ? 0 : product / Math.sqrt(lengthOfOne * lengthOfOther);
  }
}
