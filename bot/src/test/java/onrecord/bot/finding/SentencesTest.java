package onrecord.bot.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  @Test
  void aChineseSentenceEndsAtItsFullStopQuestionOrExclamationMark() {
    assertThat(cut("营业收入增长。利润如何？谢谢！")).containsExactly("营业收入增长。", "利润如何？", "谢谢！");
  }

  @Test
  void aSemicolonOrCommaEndsNothing() {
    assertThat(cut("营业收入增长；净利润下降，原因如下。")).hasSize(1);
  }

  @Test
  void aFullStopWithinBracketsOrQuotationMarksEndsNothing() {
    assertThat(cut("公司（成立于2012年。现已上市）经营正常。其余不变。"))
        .containsExactly("公司（成立于2012年。现已上市）经营正常。", "其余不变。");
    assertThat(cut("公司回复“一切正常。请放心”以上。")).hasSize(1);
  }

  @Test
  void marksThatCloseASentenceTogetherStayTogether() {
    assertThat(cut("利润会增长吗？！谢谢。")).containsExactly("利润会增长吗？！", "谢谢。");
    assertThat(cut("He asked \"why?\" Nothing changed."))
        .containsExactly("He asked \"why?\"", "Nothing changed.");
  }

  @Test
  void anOpenBracketReachesNoFurtherThanItsLine() {
    assertThat(cut("一、概况（续\n收入增长。利润增长。")).containsExactly("一、概况（续", "收入增长。", "利润增长。");
  }

  @Test
  void anEnglishSentenceEndsAtAFullStopBeforeACapital() {
    assertThat(cut("Revenue grew by 12.5% in 2024. Profit fell."))
        .containsExactly("Revenue grew by 12.5% in 2024.", "Profit fell.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Revenue was 1,234.56 million.",
        "营业收入为73.5亿元，同比增长3.2%。",
        "The U.S. Treasury holds it.",
        "Xingheng Co. supplies power e.g. for training runs.",
        "See www.xingheng.example for more."
      })
  void aPointInANumberAnAbbreviationOrAnAddressEndsNothing(String sentence) {
    assertThat(cut(sentence)).containsExactly(sentence);
  }

  @Test
  void theSpansLeaveOutOnlyWhiteSpace() {
    var text = "  收入增长。 \n\n  Profit fell. Costs rose.  尾注";

    var spans = Sentences.sentences(text);

    var rest = new StringBuilder(text);
    for (var span : spans.reversed()) {
      rest.delete(span.start(), span.end());
    }
    assertThat(rest).isBlank();
    assertThat(cut(text)).allSatisfy(sentence -> assertThat(sentence).isEqualTo(sentence.strip()));
  }

  @Test
  void eachRowOfATableIsAUnit() {
    var table = Given.table("单位：万元\n项目\t2025年\n营业收入\t80,914.65。其中\n净利润\t5,127.08");

    assertThat(Sentences.of(table))
        .extracting(span -> table.text().substring(span.start(), span.end()))
        .containsExactly("单位：万元", "项目\t2025年", "营业收入\t80,914.65。其中", "净利润\t5,127.08");
  }

  private static List<String> cut(String text) {
    return Sentences.sentences(text).stream()
        .map(span -> text.substring(span.start(), span.end()))
        .toList();
  }
}
