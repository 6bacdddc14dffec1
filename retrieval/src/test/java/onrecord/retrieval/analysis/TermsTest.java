package onrecord.retrieval.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "净利润            | 净 利 净利 润 利润",
        "淨利潤            | 净 利 净利 润 利润",
        "合 计             | 合 计 合计",
        "收入，成本         | 收 入 收入 成 本 成本",
        "2020年            | 2020 2020年 年",
        "1,581,905,632.48元 | 1581905632.48 1581905632.48元 元",
        "１２．５％          | 12.5 12.5%",
        "1,2020            | 1 2020",
        "2019,2020         | 2019 2020",
        "3.50              | 3.50",
        "5G基站             | 5 5g 基 站 基站",
        "R&D expenses      | r&d expens",
        "Subsidiaries'     | subsidiari",
        "Q3业绩             | q3 业 绩 业绩",
        "ﬁscal             | fiscal"
      })
  void aTextIsCutIntoItsTerms(String text, String terms) {
    assertThat(Terms.of(text).stream().map(Term::value).collect(Collectors.joining(" ")))
        .isEqualTo(terms);
  }
}
