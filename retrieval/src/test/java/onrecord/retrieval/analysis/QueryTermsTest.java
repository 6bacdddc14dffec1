package onrecord.retrieval.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import onrecord.retrieval.analysis.QueryTerms.Subject;
import org.junit.jupiter.api.Test;

class QueryTermsTest {

  @Test
  void askingWordsSayNothingOfTheSubject() {
    assertThat(subjects("请问营收是多少？")).containsExactly(new Subject(Set.of("营收")));
    assertThat(subjects("How much revenue was reported?"))
        .containsExactly(new Subject(Set.of("revenu")), new Subject(Set.of("report")));
  }

  @Test
  void aYearIsOnePieceHoweverItIsWritten() {
    assertThat(subjects("2020年"))
        .containsExactly(new Subject(Set.of("2020", "2020年")), new Subject(Set.of("2020年")));
  }

  @Test
  void furtherWordingsWeighLessThanTheQuestion() {
    var terms = terms("营收", "营业收入");

    assertThat(terms.weights().get("营收")).isEqualTo(1);
    assertThat(terms.weights().get("收入")).isBetween(0.1f, 0.9f);
  }

  @Test
  void chineseAbbreviatesByLeavingOutCharacters() {
    var wording = terms("", "归属于上市公司股东的净利润").wordings().getFirst();

    assertThat(wording.isAbbreviatedBy("归净")).isTrue();
    assertThat(wording.isAbbreviatedBy("净归")).isFalse();
  }

  private static List<Subject> subjects(String question) {
    return QueryTerms.of(question, List.of(), List.of(), List.of(), List.of()).subjects();
  }

  private static QueryTerms terms(String question, String expansion) {
    return QueryTerms.of(
        question, List.of(expansion), List.of(List.of(expansion)), List.of(), List.of());
  }
}
