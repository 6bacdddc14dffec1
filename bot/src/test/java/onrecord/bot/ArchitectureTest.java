package onrecord.bot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;

/// Imports run one way, and a module shows the others its root package alone.
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("onrecord");

  /// The main class and its wiring know every part, as nothing else does.
  private static final DescribedPredicate<JavaClass> WIRING =
      DescribedPredicate.describe(
          "the wiring",
          type ->
              type.getSimpleName().equals("OnRecord")
                  || type.getSimpleName().equals("BotConfiguration"));

  /// The ways of being spoken to, what they share, and what keeps them running.
  private static final DescribedPredicate<JavaClass> CHANNELS =
      resideInAPackage("onrecord.bot.web..")
          .or(resideInAPackage("onrecord.bot.terminal.."))
          .or(resideInAPackage("onrecord.bot.desk.."))
          .or(resideInAPackage("onrecord.bot.console.."))
          .or(resideInAPackage("onrecord.bot.channel.."))
          .or(resideInAPackage("onrecord.bot.telegram.."))
          .or(resideInAPackage("onrecord.bot.wechat.."))
          .or(resideInAPackage("onrecord.bot.operation.."))
          .or(resideInAPackage("onrecord.bot.openai.."))
          .or(resideInAPackage("onrecord.bot.mcp.."));

  @Test
  void allFourModulesAreLookedAt() {
    for (var module : new String[] {"corpus", "retrieval", "prompts", "bot"}) {
      assertThat(CLASSES.that(resideInAPackage("onrecord." + module + ".."))).isNotEmpty();
    }
  }

  @Test
  void corpusAndPromptsKnowNoOtherModule() {
    noClasses()
        .that(resideInAPackage("onrecord.corpus.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage("onrecord.retrieval..")
                .or(resideInAPackage("onrecord.prompts.."))
                .or(resideInAPackage("onrecord.bot..")))
        .check(CLASSES);
    noClasses()
        .that(resideInAPackage("onrecord.prompts.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage("onrecord.corpus..")
                .or(resideInAPackage("onrecord.retrieval.."))
                .or(resideInAPackage("onrecord.bot..")))
        .check(CLASSES);
  }

  @Test
  void retrievalKnowsTheCorpusAlone() {
    noClasses()
        .that(resideInAPackage("onrecord.retrieval.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage("onrecord.prompts..").or(resideInAPackage("onrecord.bot..")))
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"corpus", "retrieval", "prompts"})
  void noOtherModuleSeesAModulesMachinery(String module) {
    noClasses()
        .that(resideInAPackage("onrecord..").and(outside("onrecord." + module + "..")))
        .should()
        .dependOnClassesThat(resideInAPackage("onrecord." + module + ".*.."))
        .check(CLASSES);
  }

  @Test
  void whatAnswersKnowsNoChannel() {
    noClasses()
        .that(
            resideInAPackage("onrecord.bot..")
                .and(DescribedPredicate.not(CHANNELS))
                .and(DescribedPredicate.not(WIRING)))
        .should()
        .dependOnClassesThat(CHANNELS.or(resideInAPackage("jakarta.servlet..")))
        .check(CLASSES);
  }

  @Test
  void theFacesOfTheLowerModulesKnowNoSpring() {
    noClasses()
        .that(
            resideInAPackage("onrecord.corpus..")
                .and(outside("onrecord.corpus.catalogue.."))
                .or(resideInAPackage("onrecord.retrieval.."))
                .or(resideInAPackage("onrecord.prompts..")))
        .should()
        .dependOnClassesThat(resideInAPackage("org.springframework.."))
        .check(CLASSES);
  }

  @Test
  void theStepsOfAnAnswerKnowNoSpring() {
    noClasses()
        .that(
            resideInAPackage("onrecord.bot..")
                .and(outside("onrecord.bot"))
                .and(DescribedPredicate.not(CHANNELS))
                .and(outside("onrecord.bot.answers..")))
        .should()
        .dependOnClassesThat(resideInAPackage("org.springframework.."))
        .check(CLASSES);
  }

  /// The service looks for Spring's parts in named packages alone: one elsewhere would be missing.
  @Test
  void springsPartsStandWhereTheServiceLooksForThem() {
    var looked = OnRecord.class.getAnnotation(SpringBootApplication.class).scanBasePackages();
    classes()
        .that(annotatedWith(Component.class).or(metaAnnotatedWith(Component.class)))
        .and(DescribedPredicate.not(type(OnRecord.class).or(type(BotConfiguration.class))))
        .should()
        .resideInAnyPackage(Stream.of(looked).map(name -> name + "..").toArray(String[]::new))
        .check(CLASSES);
  }

  /// A module's root package makes its machinery, so only the machinery's own packages are held
  /// against each other.
  @ParameterizedTest
  @ValueSource(strings = {"corpus", "retrieval", "prompts", "bot"})
  void packagesDoNotGoRoundInCircles(String module) {
    slices().matching("onrecord." + module + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> outside(String packages) {
    return DescribedPredicate.not(resideInAPackage(packages));
  }
}
