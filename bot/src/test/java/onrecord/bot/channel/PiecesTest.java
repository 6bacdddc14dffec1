package onrecord.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PiecesTest {

  @Test
  void aTextIsCutAtSentenceEndsAndItsMarksStayWithTheSentence() {
    assertThat(Pieces.of("营业收入增长。〔1〕〔2〕净利润下降。〔3〕", 15, String::length))
        .containsExactly("营业收入增长。〔1〕〔2〕", "净利润下降。〔3〕");
    assertThat(Pieces.of("Revenue was 3.50 billion. 〔1〕 Profit fell.", 30, String::length))
        .containsExactly("Revenue was 3.50 billion. 〔1〕", "Profit fell.");
  }

  @Test
  void aSentenceThatIsTooLongIsCutBetweenClausesThenWordsThenCharacters() {
    assertThat(Pieces.of("其一，其二，其三。", 6, String::length)).containsExactly("其一，其二，", "其三。");
    assertThat(Pieces.of("one two three", 8, String::length)).containsExactly("one two", "three");
    assertThat(Pieces.of("一二三四五", 2, String::length)).containsExactly("一二", "三四", "五");
  }

  @Test
  void neitherAMarkNorACharacterIsCutInTwo() {
    assertThat(Pieces.of("甲〔12〕乙", 4, String::length)).containsExactly("甲", "〔12〕", "乙");
    assertThat(Pieces.of("😀😀😀", 3, String::length)).containsExactly("😀", "😀", "😀");
  }

  @Test
  void nothingIsLostHoweverSmallThePieces() {
    var text = "公司实现营业收入73,403.32万元，同比增长36.57%。〔1〕\n详见定期报告！〔2〕";
    for (var limit = 4; limit < 60; limit++) {
      var most = limit;
      var pieces = Pieces.of(text, limit, String::length);
      assertThat(pieces).allMatch(piece -> piece.length() <= most);
      assertThat(String.join("", pieces)).isEqualToIgnoringWhitespace(text);
    }
  }

  @Test
  void aBeginningSaysThatItIsOne() {
    assertThat(Pieces.beginning("甲。乙。", 10, String::length)).isEqualTo("甲。乙。");
    assertThat(Pieces.beginning("甲。乙。丙。", 4, String::length)).isEqualTo("甲。…");
  }
}
