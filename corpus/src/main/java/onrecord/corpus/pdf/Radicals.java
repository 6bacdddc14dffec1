package onrecord.corpus.pdf;

import java.text.Normalizer;

/// Characters instead of the radicals of the same shape.
///
/// Some makers of PDF files map a glyph to the radical (U+2F12, U+2EDB) although the character (力,
/// 风) is what is printed. Unicode normalises the Kangxi radicals and leaves nearly all of the
/// supplement as it is; there the equivalent unified ideographs of its data files count.
final class Radicals {

  private static final char FIRST = '\u2E80';
  private static final char LAST = '\u2FDF';

  /// For U+2E80 to U+2EF3, in order; `?` where there is none.
  private static final String SUPPLEMENT =
      "丶厂乛乚乙亻冂几刀刂卜卩小小尢尣尢尣巳幺彑彐忄心扌攵?旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒罓罓罒羊羊羋耂肀聿肉臼"
          + "艹艹艹虎衤覀西见角角讠贝足车辶辶辶邑钅長镸长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

  private Radicals() {}

  static String toCharacters(String text) {
    if (text.chars().noneMatch(c -> c >= FIRST && c <= LAST)) {
      return text;
    }
    var characters = new StringBuilder(text);
    for (var i = 0; i < characters.length(); i++) {
      var place = characters.charAt(i) - FIRST;
      if (place >= 0 && place < SUPPLEMENT.length() && SUPPLEMENT.charAt(place) != '?') {
        characters.setCharAt(i, SUPPLEMENT.charAt(place));
      }
    }
    // Normalisation gives these two in forms that are written in traditional Chinese alone.
    var modern = characters.toString().replace('\u2F3E', '户').replace('\u2FAD', '青');
    return Normalizer.normalize(modern, Normalizer.Form.NFKC);
  }
}
