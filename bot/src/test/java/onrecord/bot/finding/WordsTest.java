package onrecord.bot.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "' 营 业\t收入 ', 营业收入",
    "ＲＯＥ（％）, roe(%)",
    "Hengtu Platform, hengtuplatform",
    "算力\u3000服务\u00a0收入, 算力服务收入"
  })
  void twoPrintsOfTheSameWordsBecomeEqual(String printed, String compact) {
    assertThat(Words.compact(printed)).isEqualTo(compact);
  }

  @Test
  void chineseIsCutIntoOverlappingPairs() {
    assertThat(Words.terms("营业收入")).containsExactly("营业", "业收", "收入");
  }

  @Test
  void aChineseCharacterThatStandsAloneIsATerm() {
    assertThat(Words.terms("在A股")).containsExactly("在", "a", "股");
  }

  @Test
  void aNumberIsOneTermWithoutItsCommas() {
    assertThat(Words.terms("为1,234.56万元。")).containsExactly("为", "1234.56", "万元");
  }

  @ParameterizedTest
  @CsvSource({
    "customers, customer",
    "companies, company",
    "serving, serv",
    "loss, loss",
    "gas, gas"
  })
  void anEnglishWordLosesItsEnding(String word, String term) {
    assertThat(Words.terms(word)).containsExactly(term);
  }

  @Test
  void punctuationIsNoTerm() {
    assertThat(Words.terms("，。（）—")).isEmpty();
  }
}
