package dev.vedette.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.vedette.watchlist.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are refused whole, each with what is said of it. */
class BadListsTest {

  private static final String SDN =
      "1,\"VARDANOV, Orest\",\"individual\",\"X\"" + ",-0- ".repeat(8);
  private static final String UN_START =
      "<CONSOLIDATED_LIST>\n<INDIVIDUALS>\n<INDIVIDUAL><DATAID>1</DATAID>\n<FIRST_NAME>Orest";
  private static final String HEADING = "id,schema,name,aliases,dataset\n";
  private static final String ENTITY =
      "{\"id\":\"Q1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Orest Vardanov\"]}}\n";
  private static final String NO_UTF8 =
      "not UTF-8 (expected: a text in UTF-8; iconv -t UTF-8 -f its-encoding makes one)";

  static Stream<Arguments> files() {
    return Stream.of(
        // cut off
        bad(
            ListFormat.OFAC_SDN,
            SDN + "\n2,\"TARK",
            "list:2: a quotation mark that is never closed (expected: the whole file; this one is"
                + " cut off)"),
        bad(
            ListFormat.OFAC_SDN,
            SDN + "\n2,\"TARKHANOV\",\"indiv",
            "list:2: a quotation mark that is never closed (expected: the whole file; this one is"
                + " cut off)"),
        bad(
            ListFormat.OFAC_SDN,
            SDN + "\n2,\"TARKHANOV\",",
            "list:2: 3 columns (expected: 12 as in the rows before; a file may be cut off)"),
        bad(
            ListFormat.OPENSANCTIONS,
            HEADING + "Q1,Person,Orest,,x\nQ2,Pers",
            "list:3: 2 columns (expected: 5 as in the heading; a file may be cut off)"),
        bad(
            ListFormat.UN_SC,
            UN_START,
            "list:4: the end of the file within an element (expected: the whole file; this one is"
                + " cut off)"),
        bad(
            ListFormat.OFAC_XML,
            "<sdnList>\n<sdnEntry>",
            "list:2: the end of the file within an element (expected: the whole file; this one is"
                + " cut off)"),
        bad(
            ListFormat.OFAC_XML,
            "<Sanctions>\n<DistinctParties>\n<DistinctParty FixedRef='7'",
            "list:3: the end of the file within an element (expected: the whole file; this one is"
                + " cut off)"),
        bad(
            ListFormat.FTM,
            ENTITY + "{\"id\":\"Q2\",\"sch",
            "list:2: the end of the file within a line (expected: the whole file; this one is cut"
                + " off)"),
        bad(
            ListFormat.UN_SC,
            UN_START + "</FIRST_NA",
            "list:4: the end of the file within an element (expected: the whole file; this one is"
                + " cut off)"),
        encoded(
            ListFormat.OPENSANCTIONS,
            Arrays.copyOf((HEADING + "Q1,Person,\u041e").getBytes(UTF_8), HEADING.length() + 11),
            "list:2: the end of the file within a character (expected: the whole file; this one is"
                + " cut off)"),
        // packed
        encoded(
            ListFormat.OFAC_XML,
            "PK\u0003\u0004".getBytes(UTF_8),
            "list: a ZIP archive (expected: the list in it; unzip takes it out)"),
        encoded(
            ListFormat.FTM,
            new byte[] {0x1f, (byte) 0x8b, 8, 0},
            "list: packed by gzip (expected: the list in it; gunzip takes it out)"),
        // of another version or format
        bad(
            ListFormat.OFAC_SDN,
            "<!DOCTYPE html>\n<html>Sign in</html>\n",
            "list:1: 1 column (expected: 12 as in sdn.csv, or 5 as in alt.csv)"),
        bad(
            ListFormat.NAMES,
            "<html>Sign in</html>\n",
            "list:1: no name (expected: a text with one name a line)"),
        bad(ListFormat.UN_SC, " \n\n", "list: empty (expected: a list)"),
        bad(
            ListFormat.OFAC_SDN,
            "1,2,\"street\",\"town\",\"land\",-0-\n",
            "list:1: a table of addresses (expected: sdn.csv and alt.csv)"),
        bad(
            ListFormat.OFAC_SDN,
            HEADING.replace(",dataset", "") + "Q1,Person,Orest,\n",
            "list:1: 4 columns (expected: 12 as in sdn.csv, or 5 as in alt.csv)"),
        bad(ListFormat.OFAC_SDN, HEADING, "list:1: 'id' (expected: OFAC's number of somebody)"),
        bad(
            ListFormat.OFAC_SDN,
            SDN.replace("individual", "robot"),
            "list:1: 'robot' (expected: individual, entity, vessel or aircraft)"),
        bad(
            ListFormat.OPENSANCTIONS,
            SDN,
            "list:1: a heading without id, schema, name, aliases (expected: that of"
                + " targets.simple.csv)"),
        bad(
            ListFormat.OPENSANCTIONS,
            HEADING + "Q1,Person,\"Orest\"x,,y\n",
            "list:2: something behind a closing quotation mark (expected: a comma, or the next"
                + " line)"),
        bad(
            ListFormat.OFAC_XML,
            "<?xml version='1.0'?><sanctionsData xmlns='urn:x'/>",
            "list: a document of <sanctionsData> (expected: OFAC's <sdnList>, as in sdn.xml, or"
                + " <Sanctions>, as in sdn_advanced.xml)"),
        bad(
            ListFormat.OFAC_XML,
            "<Sanctions>\n<DistinctParty FixedRef='7'>\n<Profile PartySubTypeID='9'/>"
                + "</DistinctParty></Sanctions>",
            "list:3: PartySubTypeID '9', which is '' (expected: Individual, Entity, Vessel or"
                + " Aircraft, as ReferenceValueSets tell)"),
        bad(
            ListFormat.OFAC_XML,
            "<Sanctions>\n<DistinctParty/></Sanctions>",
            "list:2: '' (expected: a FixedRef, OFAC's number of somebody)"),
        bad(
            ListFormat.UN_SC,
            "<html><body>Not found</body></html>",
            "list: a document of <html> (expected: the UN's <CONSOLIDATED_LIST>)"),
        bad(ListFormat.UN_SC, ENTITY, "list:1: not XML (expected: XML that is well-formed)"),
        bad(
            ListFormat.OFAC_XML,
            "<sdnList>\n<sdnEntry><uid>1</uid><sdnType>Robot</sdnType></sdnEntry></sdnList>",
            "list:2: 'Robot' (expected: Individual, Entity, Vessel or Aircraft)"),
        bad(
            ListFormat.OFAC_XML,
            "<sdnList><sdnEntry>\n<sdnType>Entity</sdnType></sdnEntry></sdnList>",
            "list:1: '' (expected: OFAC's uid of somebody)"),
        bad(
            ListFormat.UN_SC,
            "<CONSOLIDATED_LIST>\n<INDIVIDUALS></ENTITIES></CONSOLIDATED_LIST>",
            "list:2: not XML (expected: XML that is well-formed)"),
        bad(
            ListFormat.UN_SC,
            "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/hostname'>]>\n"
                + "<CONSOLIDATED_LIST>&y;</CONSOLIDATED_LIST>",
            "list:1: a document type, as pages have (expected: a list of sanctions)"),
        bad(
            ListFormat.FTM,
            ENTITY + "[1, 2]\n" + ENTITY,
            "list:2: no JSON object (expected: one a line)"),
        bad(
            ListFormat.FTM,
            ENTITY + "{\"id\": \n" + ENTITY,
            "list:2: no JSON object (expected: one a line)"),
        bad(
            ListFormat.FTM,
            ENTITY.strip() + ENTITY,
            "list:1: no JSON object (expected: one a line)"),
        bad(
            ListFormat.FTM,
            ENTITY + "{\"name\":\"Orest\"}\n",
            "list:2: no entity (expected: id, schema and properties)"),
        bad(
            ListFormat.NAMES,
            "Orest\u0000Vardanov\n",
            "list:1: no name (expected: a text with one name a line)"),
        bad(
            ListFormat.NAMES,
            "Orest Vardanov\n" + "x".repeat(5000),
            "list:2: no name (expected: a text with one name a line)"),
        // in another encoding
        encoded(
            ListFormat.OFAC_SDN,
            (SDN + "\n" + SDN.replace("Orest", "Orést")).getBytes(ISO_8859_1),
            "list:2: " + NO_UTF8),
        encoded(ListFormat.NAMES, "Orest\n\nRenée\nx".getBytes(ISO_8859_1), "list:3: " + NO_UTF8),
        encoded(
            ListFormat.FTM,
            ENTITY.getBytes(UTF_16),
            "list:1: " + NO_UTF8.replace("not UTF-8", "UTF-16")),
        encoded(
            ListFormat.UN_SC,
            (UN_START + "\u00e9x</FIRST_NAME>\n").getBytes(ISO_8859_1),
            "list:4: " + NO_UTF8),
        encoded(
            ListFormat.UN_SC,
            ("<?xml version='1.0' encoding='utf-16'?>" + UN_START).getBytes(UTF_8),
            "list:1: not XML (expected: XML that is well-formed)"),
        // nobody in it
        bad(
            ListFormat.UN_SC,
            "<CONSOLIDATED_LIST/>",
            "list: names nobody (expected: a list of names)"),
        bad(
            ListFormat.OFAC_XML,
            "<Sanctions xmlns='urn:x'/>",
            "list: names nobody (expected: a list of names)"),
        bad(ListFormat.OPENSANCTIONS, HEADING, "list: names nobody (expected: a list of names)"),
        bad(
            ListFormat.OFAC_SDN,
            "1,2,\"aka\",\"VARDANYAN\",-0-\n",
            "list:1: aliases only (expected: sdn.csv beside alt.csv, or cons_prim.csv beside"
                + " cons_alt.csv)"));
  }

  private static Arguments bad(ListFormat format, String text, String message) {
    return encoded(format, text.getBytes(UTF_8), message);
  }

  private static Arguments encoded(ListFormat format, byte[] bytes, String message) {
    return argumentSet(format + ": " + message, format, bytes, message);
  }

  @ParameterizedTest
  @MethodSource("files")
  void areRefused(ListFormat format, byte[] bytes, String message) {
    assertThatThrownBy(() -> Lists.read(format, Lists.file("list", bytes)))
        .isInstanceOf(ListException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void anEmptyFileIsRefusedInAnyFormat(ListFormat format) {
    assertThatThrownBy(() -> Lists.read(format, Lists.file("list", "")))
        .isInstanceOf(ListException.class)
        .message()
        .isIn("list: empty (expected: a list)", "list: names nobody (expected: a list of names)");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws ListException {
    Imported read = Lists.read(ListFormat.NAMES, Lists.file("list", "\ufeffOrest Vardanov"));

    assertThat(read.entries()).extracting(entry -> entry.id()).containsExactly("orest-vardanov");
  }

  @Test
  void anIdThatIsGivenTwiceIsPutTogether() throws ListException {
    String again = SDN.replace("Orest", "Oreste");

    Imported read = Lists.read(ListFormat.OFAC_SDN, Lists.file("list", SDN + "\n" + again));

    assertThat(Lists.told(read.entries()))
        .isEqualTo("ofac-1 person: VARDANOV, Orest | VARDANOV, Oreste [list:ofac, programme:X]");
    assertThat(read.leftOut())
        .containsExactly(
            new LeftOut("the same id again, put together with the first", 1, List.of("list:2")));
  }

  static Stream<Arguments> endless() {
    String person = "Person,Orest Vardanov %d,,x\n";
    return Stream.of(
        endless(
            ListFormat.NAMES,
            i -> "x".repeat(1000),
            "list:1: a line of more than 1048576 characters (expected: a record a line)"),
        endless(
            ListFormat.FTM,
            i -> "{\"a\":".repeat(100),
            "list:1: a line of more than 1048576 characters (expected: a record a line)"),
        endless(
            ListFormat.OFAC_SDN,
            i -> "x".repeat(1000),
            "list:1: a value of more than 1048576 characters (expected: a table)"),
        endless(
            ListFormat.OFAC_SDN,
            i -> i == 0 ? "\"" : "x\n",
            "list:1: a value of more than 1048576 characters (expected: a table)"),
        endless(
            ListFormat.OFAC_SDN, i -> "x,", "list:1: more than 100 columns (expected: a table)"),
        endless(
            ListFormat.OPENSANCTIONS,
            i -> i == 0 ? HEADING : "Q" + i + "," + person.formatted(i),
            "list:1000002: more than 1000000 names (expected: a list of sanctions)"),
        endless(
            ListFormat.OPENSANCTIONS,
            i -> i == 0 ? HEADING : "Q1," + person.formatted(i),
            "list:1002: more than 1000 names of one (expected: a list of names)"),
        endless(
            ListFormat.UN_SC,
            i -> i == 0 ? UN_START : "x".repeat(1000),
            "list:4: a record of more than 1048576 characters (expected: a list of sanctions)"),
        endless(
            ListFormat.UN_SC,
            i -> i == 0 ? "<CONSOLIDATED_LIST x='" : "y".repeat(1000),
            "list:1: 8 MB without the end of a tag (expected: a list of sanctions)"),
        endless(
            ListFormat.UN_SC,
            i -> i == 0 ? UN_START : "<A/>",
            "list:4: a record with too much in it (expected: a list of sanctions)"),
        endless(
            ListFormat.UN_SC,
            i -> i == 0 ? UN_START : "<A>",
            "list:4: a record with too much in it (expected: a list of sanctions)"));
  }

  static Stream<Arguments> longerThanTheMemory() {
    return Stream.of(
        argumentSet(
            "names",
            ListFormat.OPENSANCTIONS,
            (IntFunction<String>)
                i -> i == 0 ? HEADING : "Q%1$d,Person,Orest Vardanov %1$d,,x\n".formatted(i)),
        argumentSet(
            "names of one",
            ListFormat.OPENSANCTIONS,
            (IntFunction<String>)
                i -> i == 0 ? HEADING : "Q1,Person,Orest Vardanov %d,,x\n".formatted(i)),
        argumentSet(
            "aliases of nobody",
            ListFormat.OFAC_SDN,
            (IntFunction<String>) "%d,1,\"aka\",\"VARDANOV, Orest\",-0- \n"::formatted),
        argumentSet(
            "numbers that mean something",
            ListFormat.OFAC_XML,
            (IntFunction<String>)
                i ->
                    i == 0
                        ? "<Sanctions>"
                        : "<FeatureType ID='%d'>x</FeatureType>%n".formatted(i)));
  }

  @ParameterizedTest
  @MethodSource("longerThanTheMemory")
  void whatDoesNotFitIntoTheMemoryIsGivenUp(ListFormat format, IntFunction<String> part) {
    ListFile file = new ListFile("list", () -> stream(IntStream.iterate(0, i -> i + 1), part));

    assertThatThrownBy(
            () -> Imported.read(format, Kind.PERSON, List.of(file), Choice.ALL, new Room(100_000)))
        .isInstanceOf(ListException.class)
        .message()
        .matches(
            "list:\\d+: more names than the memory holds \\(expected: lists of sanctions;"
                + " VEDETTE_JAVA_OPTS=-Xmx4g makes room for more\\)");
  }

  @Test
  void idsAndTagsWithoutEndAreLeftOut() throws ListException {
    String person =
        "{\"id\":\"%s\",\"schema\":\"%s\",\"properties\":{\"name\":[\"Orest\"]},\"datasets\":[\"%s\"]}\n";
    String endless = "x".repeat(1000);
    ListFile file =
        Lists.file(
            "list",
            person.formatted(endless, "Person", "eu")
                + person.formatted("Q1", "Person", endless)
                + person.formatted("Q2", endless, "eu"));

    Imported read = Lists.read(ListFormat.FTM, file);

    assertThat(Lists.told(read.entries())).isEqualTo("os-q1 person:  ~ Orest []");
    assertThat(read.leftOut())
        .extracting(one -> one.reason() + " " + one.places())
        .containsExactlyInAnyOrder(
            "an id of more than 300 characters [list:1]",
            "a tag of more than 300 characters [list:2]",
            "nobody to look for: " + "x".repeat(60) + "... [list:3]");
  }

  private static Arguments endless(ListFormat format, IntFunction<String> part, String message) {
    return argumentSet(format + ": " + message, format, part, message);
  }

  @ParameterizedTest
  @MethodSource("endless")
  void whatNeverEndsIsGivenUp(ListFormat format, IntFunction<String> part, String message) {
    ListFile file = new ListFile("list", () -> stream(IntStream.iterate(0, i -> i + 1), part));

    assertThatThrownBy(
            () ->
                Imported.read(
                    format, Kind.PERSON, List.of(file), Choice.ALL, new Room(Long.MAX_VALUE)))
        .isInstanceOf(ListException.class)
        .hasMessage(message);
  }

  /** A collection as large as OpenSanctions' is mostly addresses, owners and documents. */
  @Test
  void whatIsLeftOutIsCountedAndNotKept() throws ListException {
    IntFunction<String> address =
        i ->
            i == 0
                ? ENTITY
                : "{\"id\":\"A%d\",\"schema\":\"Address\",\"properties\":{\"full\":[\"%s\"]}}\n"
                    .formatted(i, "x".repeat(200));
    ListFile file = new ListFile("list", () -> stream(IntStream.rangeClosed(0, 100_000), address));

    Imported read = Lists.read(ListFormat.FTM, file);

    assertThat(read.entries()).hasSize(1);
    assertThat(read.leftOut())
        .containsExactly(
            new LeftOut(
                "nobody to look for: Address", 100_000, List.of("list:2", "list:3", "list:4")));
  }

  @Test
  void aFileThatCannotBeReadIsToldAsItsOpenerTellsIt() {
    ListFile file =
        new ListFile(
            "list",
            () -> {
              throw new IOException("does not exist (expected: a file)");
            });

    assertThatThrownBy(() -> Lists.read(ListFormat.UN_SC, file))
        .hasMessage("list: does not exist (expected: a file)");
  }

  /** The parts one after the other, each made when it is asked for. */
  private static InputStream stream(IntStream numbers, IntFunction<String> part) {
    Iterator<byte[]> parts = numbers.mapToObj(i -> part.apply(i).getBytes(UTF_8)).iterator();
    return new InputStream() {
      private byte[] bytes = new byte[0];
      private int at;

      @Override
      public int read() {
        while (at == bytes.length) {
          if (!parts.hasNext()) {
            return -1;
          }
          bytes = parts.next();
          at = 0;
        }
        return bytes[at++] & 0xff;
      }

      @Override
      public int read(byte[] into, int from, int length) {
        int first = read();
        if (first < 0) {
          return -1;
        }
        at--;
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, from, count);
        at += count;
        return count;
      }
    };
  }
}
