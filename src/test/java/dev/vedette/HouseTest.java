package dev.vedette;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The walls of the house: who may know whom. */
@AnalyzeClasses(packages = "dev.vedette", importOptions = DoNotIncludeTests.class)
class HouseTest {

  private static final String[] CORE = {
    "dev.vedette.article..",
    "dev.vedette.text..",
    "dev.vedette.language..",
    "dev.vedette.watchlist..",
    "dev.vedette.alert..",
    "dev.vedette.backtest.."
  };

  private static final String REPLAY =
      "a match must be replayable from the article and the watchlist alone";

  @ArchTest
  static final ArchRule packagesDoNotGoInCircles =
      slices().matching("dev.vedette.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule articleKnowsTheJdkOnly = mayUse("article", "java..");

  @ArchTest
  static final ArchRule textKnowsIcu =
      mayUse("text", "java..", "com.ibm.icu..", "dev.vedette.article..");

  @ArchTest
  static final ArchRule watchlistKnowsTextAndIts =
      mayUse(
          "watchlist",
          "java..",
          "com.ibm.icu..",
          "com.google.re2j..",
          "dev.vedette.article..",
          "dev.vedette.text..",
          "dev.vedette.language..");

  @ArchTest
  static final ArchRule languageKnowsTextAndItsTables =
      mayUse("language", "java..", "com.ibm.icu..", "dev.vedette.text..");

  @ArchTest
  static final ArchRule alertKnowsTheRestOfTheCore =
      mayUse(
          "alert",
          "java..",
          "dev.vedette.article..",
          "dev.vedette.text..",
          "dev.vedette.watchlist..");

  @ArchTest
  static final ArchRule importsReadStreamsIntoEntries =
      mayUse(
          "imports",
          "java.io..",
          "java.lang..",
          "java.nio",
          "java.nio.charset..",
          "java.util..",
          "javax.xml.stream..",
          "com.fasterxml.jackson..",
          "com.ibm.icu..",
          "dev.vedette.article..",
          "dev.vedette.language..",
          "dev.vedette.watchlist..");

  @ArchTest
  static final ArchRule backtestKnowsTheCore =
      mayUse(
          "backtest",
          "java..",
          "dev.vedette.article..",
          "dev.vedette.watchlist..",
          "dev.vedette.alert..");

  @ArchTest
  static final ArchRule coreDoesNoInputOrOutput =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..", "org.slf4j..")
          .because(REPLAY);

  @ArchTest
  static final ArchRule coreHasNoClock =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .or()
          .resideInAPackage("dev.vedette.route..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .because(REPLAY);

  @ArchTest
  static final ArchRule kafkaStaysAtTheRim =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.vedette.stream..", "dev.vedette.cli..", "dev.vedette.config..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..")
          .because("only the rim speaks to Kafka");

  @ArchTest
  static final ArchRule pollKnowsNeitherWatchlistsNorKafka =
      noClasses()
          .that()
          .resideInAPackage("dev.vedette.poll..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.vedette.watchlist..",
              "dev.vedette.alert..",
              "dev.vedette.sink..",
              "dev.vedette.stream..",
              "dev.vedette.config..");

  @ArchTest
  static final ArchRule readersKnowDocumentsOnly =
      noClasses()
          .that()
          .resideInAnyPackage("dev.vedette.document..", "dev.vedette.feed..", "dev.vedette.page..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.vedette.poll..",
              "dev.vedette.watchlist..",
              "dev.vedette.imports..",
              "dev.vedette.alert..",
              "dev.vedette.sink..",
              "dev.vedette.stream..",
              "dev.vedette.config..",
              "java.net.http..")
          .because("they read what was fetched, whoever fetched it");

  @ArchTest
  static final ArchRule feedsAndPagesAreReadApart =
      noClasses()
          .that()
          .resideInAPackage("dev.vedette.feed..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.vedette.page..");

  @ArchTest
  static final ArchRule routesAreReckonedWithoutClockOrKafka =
      mayUse(
          "route",
          "java.lang..",
          "java.time..",
          "java.util..",
          "dev.vedette.alert..",
          "dev.vedette.article..",
          "dev.vedette.sink..",
          "dev.vedette.watchlist..");

  @ArchTest
  static final ArchRule exportsAreMadeOfAlertsAlone =
      mayUse(
          "export",
          "java.lang..",
          "java.nio",
          "java.nio.charset",
          "java.security",
          "java.time..",
          "java.util..",
          "com.fasterxml.jackson..",
          "dev.vedette.alert..",
          "dev.vedette.watchlist..");

  @ArchTest
  static final ArchRule sinkKnowsAlertsOnly =
      noClasses()
          .that()
          .resideInAPackage("dev.vedette.sink..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.vedette.poll..",
              "dev.vedette.route..",
              "dev.vedette.stream..",
              "dev.vedette.config..",
              "dev.vedette.web..");

  @ArchTest
  static final ArchRule historyKnowsTheCoreAndLucene =
      noClasses()
          .that()
          .resideInAPackage("dev.vedette.history..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.vedette.poll..",
              "dev.vedette.sink..",
              "dev.vedette.stream..",
              "dev.vedette.config..",
              "dev.vedette.web..")
          .because("it is filled by whoever reads the topics, and asked by whoever shows them");

  @ArchTest
  static final ArchRule onlyTheHistoryKnowsLucene =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.vedette.history..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule thePageAsksTheServiceThroughItsDesk =
      noClasses()
          .that()
          .resideInAPackage("dev.vedette.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.vedette.stream..", "dev.vedette.config..", "dev.vedette.poll..");

  @ArchTest
  static final ArchRule nobodyDependsOnTheCommands =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.vedette.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.vedette.cli..");

  @ArchTest
  static final ArchRule onlyTheCommandsPrint =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.vedette.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  private static ArchRule mayUse(String name, String... packages) {
    String[] all = new String[packages.length + 2];
    System.arraycopy(packages, 0, all, 0, packages.length);
    all[packages.length] = "dev.vedette." + name + "..";
    all[packages.length + 1] = "org.jspecify..";
    return classes()
        .that()
        .resideInAPackage("dev.vedette." + name + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(all)
        .because(REPLAY);
  }
}
