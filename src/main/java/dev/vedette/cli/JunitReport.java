package dev.vedette.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.vedette.config.Trial;
import dev.vedette.sink.Ink;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The outcome of tests in the XML of JUnit, which build servers show: a suite for each file. */
final class JunitReport {

  private final XMLStreamWriter xml;

  private JunitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * Writes a report.
   *
   * @throws IOException if the file cannot be written
   */
  static void write(Path file, List<Trial> trials) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      new JunitReport(xml).suites(trials);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void suites(List<Trial> trials) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    open("testsuites", "name", "vedette test");
    counts(trials);
    for (var suite :
        trials.stream().collect(groupingBy(Trial::file, TreeMap::new, toList())).entrySet()) {
      open("testsuite", "name", suite.getKey());
      counts(suite.getValue());
      for (Trial trial : suite.getValue()) {
        testCase(trial);
      }
      close();
    }
    close();
    xml.writeEndDocument();
  }

  private void counts(List<Trial> trials) throws XMLStreamException {
    long failed = trials.stream().filter(trial -> !trial.passed()).count();
    xml.writeAttribute("tests", Integer.toString(trials.size()));
    xml.writeAttribute("failures", Long.toString(failed));
    xml.writeAttribute("errors", "0");
  }

  private void testCase(Trial trial) throws XMLStreamException {
    open("testcase", "name", clean(trial.path() + ": " + trial.subject()));
    xml.writeAttribute("classname", trial.file());
    xml.writeAttribute("file", trial.file());
    xml.writeAttribute("line", Integer.toString(trial.line()));
    if (!trial.passed()) {
      String message = clean("expected: " + trial.expected() + "; got: " + trial.got());
      open("failure", "message", message);
      xml.writeAttribute("type", "expectation");
      xml.writeCharacters(
          "%s:%d:%d%nexpected: %s%ngot:      %s%n"
              .formatted(
                  trial.file(),
                  trial.line(),
                  trial.column(),
                  clean(trial.expected()),
                  clean(trial.got())));
      close();
    }
    close();
  }

  private void open(String element, String attribute, String value) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(element);
    xml.writeAttribute(attribute, value);
  }

  private void close() throws XMLStreamException {
    xml.writeEndElement();
  }

  /** XML has no way at all to write a control character. */
  private static String clean(String text) {
    return Ink.clean(text).replaceAll("[\\x{FFFE}\\x{FFFF}\\p{Cs}]", "");
  }
}
