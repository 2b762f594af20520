package dev.vedette.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a list in each format. Everybody in them is invented. */
class ListFormatTest {

  private static final String SDN =
      """
      101,"VARDANOV, Orest Ilyich","individual","DPRK4] [IFSR",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 02 Nov 1972; alt. DOB circa 1970; POB Torzhok, Russia; a.k.a. 'THE CLERK'; a.k.a. 'ABU 'AMMAR'."
      102,"LANTERN GULF TRADING CO., LTD.",-0- ,"SYRIA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\s
      103,"QUIET HERON 7","vessel","IRAN",-0- ,"9KXX",-0- ,-0- ,-0- ,-0- ,-0- ,"Vessel Registration Identification IMO 9000001; Linked To: LANTERN."
      104,"EP-XQZ","aircraft","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\s
      \u001a
      """;

  private static final String ALT =
      """
      101,1,"aka","VARDANYAN, Orest",-0-\s
      102,2,"fka","BEACON OF THE LANTERN GULF (BLG)",-0-\s
      999,3,"aka","NOBODY KNOWN",-0-\s
      """;

  private static final String UN =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z">
        <INDIVIDUALS>
          <INDIVIDUAL>
            <DATAID>1</DATAID>
            <FIRST_NAME>CHOE</FIRST_NAME><SECOND_NAME>SANG RYOL</SECOND_NAME>
            <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPi.901</REFERENCE_NUMBER>
            <NAME_ORIGINAL_SCRIPT>최상렬</NAME_ORIGINAL_SCRIPT>
            <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Choi Sang Ryeol (崔相烈)</ALIAS_NAME></INDIVIDUAL_ALIAS>
            <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>“The Broker”</ALIAS_NAME></INDIVIDUAL_ALIAS>
            <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
            <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1961-03-01</DATE></INDIVIDUAL_DATE_OF_BIRTH>
            <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1962</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
            <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1960</FROM_YEAR><TO_YEAR>1963</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
            <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE/></INDIVIDUAL_DATE_OF_BIRTH>
          </INDIVIDUAL>
        </INDIVIDUALS>
        <ENTITIES>
          <ENTITY>
            <DATAID>2</DATAID><FIRST_NAME>HAEMIL SHIPPING AGENCY</FIRST_NAME>
            <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.902</REFERENCE_NUMBER>
            <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Haemil Sonbak</ALIAS_NAME></ENTITY_ALIAS>
          </ENTITY>
          <ENTITY><FIRST_NAME>Without reference</FIRST_NAME></ENTITY>
        </ENTITIES>
      </CONSOLIDATED_LIST>
      """;

  private static final String OFAC_XML =
      """
      <?xml version="1.0" standalone="yes"?>
      <sdnList xmlns="http://tempuri.org/sdnList.xsd">
        <publshInformation><Publish_Date>01/02/2026</Publish_Date></publshInformation>
        <sdnEntry>
          <uid>101</uid><firstName>Orest Ilyich</firstName><lastName>VARDANOV</lastName><sdnType>Individual</sdnType>
          <programList><program>DPRK4</program><program>IFSR</program></programList>
          <akaList>
            <aka><uid>1</uid><type>a.k.a.</type><category>strong</category><lastName>VARDANYAN</lastName><firstName>Orest</firstName></aka>
            <aka><uid>2</uid><type>a.k.a.</type><category>weak</category><lastName>THE CLERK</lastName></aka>
          </akaList>
          <dateOfBirthList><dateOfBirthItem><uid>3</uid><dateOfBirth>02 Nov 1972</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem></dateOfBirthList>
        </sdnEntry>
        <sdnEntry>
          <uid>103</uid><lastName>QUIET HERON 7</lastName><sdnType>Vessel</sdnType>
          <programList><program>IRAN</program></programList>
          <idList><id><uid>4</uid><idType>Vessel Registration Identification</idType><idNumber>IMO 9000001</idNumber></id></idList>
        </sdnEntry>
      </sdnList>
      """;

  private static final String OFAC_ADVANCED =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <Sanctions xmlns="http://www.un.org/sanctions/1.0">
        <DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>1</Month><Day>2</Day></DateOfIssue>
        <ReferenceValueSets>
          <FeatureTypeValues>
            <FeatureType ID="8" FeatureTypeGroupID="1">Birthdate</FeatureType>
            <FeatureType ID="9" FeatureTypeGroupID="1">Place of Birth</FeatureType>
          </FeatureTypeValues>
          <NamePartTypeValues>
            <NamePartType ID="1520">Last Name</NamePartType>
            <NamePartType ID="1521">First Name</NamePartType>
            <NamePartType ID="1522">Middle Name</NamePartType>
            <NamePartType ID="1525">Entity Name</NamePartType>
            <NamePartType ID="1526">Vessel Name</NamePartType>
          </NamePartTypeValues>
          <PartySubTypeValues>
            <PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType>
            <PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
            <PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType>
          </PartySubTypeValues>
          <PartyTypeValues>
            <PartyType ID="1">Individual</PartyType>
            <PartyType ID="2">Entity</PartyType>
            <PartyType ID="4">Transport</PartyType>
          </PartyTypeValues>
          <SanctionsTypeValues>
            <SanctionsType ID="1">Program</SanctionsType>
            <SanctionsType ID="2">Block</SanctionsType>
          </SanctionsTypeValues>
        </ReferenceValueSets>
        <IDRegDocuments>
          <IDRegDocument ID="4" IDRegDocTypeID="1626" IdentityID="13"><IDRegistrationNo>IMO 9000001</IDRegistrationNo></IDRegDocument>
          <IDRegDocument ID="5" IDRegDocTypeID="1571" IdentityID="11"><IDRegistrationNo>A1234567</IDRegistrationNo></IDRegDocument>
        </IDRegDocuments>
        <DistinctParties>
          <DistinctParty FixedRef="101">
            <Profile ID="501" PartySubTypeID="4">
              <Identity ID="11" FixedRef="101" Primary="true" False="false">
                <Alias FixedRef="101" AliasTypeID="1400" Primary="false" LowQuality="true">
                  <DocumentedName ID="3"><DocumentedNamePart><NamePartValue NamePartGroupID="21" ScriptID="215">THE CLERK</NamePartValue></DocumentedNamePart></DocumentedName>
                </Alias>
                <Alias FixedRef="101" AliasTypeID="1403" Primary="true" LowQuality="false">
                  <DocumentedName ID="1" DocNameStatusID="1">
                    <DocumentedNamePart><NamePartValue NamePartGroupID="21" ScriptID="215">VARDANOV</NamePartValue></DocumentedNamePart>
                    <DocumentedNamePart><NamePartValue NamePartGroupID="22" ScriptID="215">Orest</NamePartValue></DocumentedNamePart>
                    <DocumentedNamePart><NamePartValue NamePartGroupID="23" ScriptID="215">Ilyich</NamePartValue></DocumentedNamePart>
                  </DocumentedName>
                  <DocumentedName ID="2" DocNameStatusID="2">
                    <DocumentedNamePart><NamePartValue NamePartGroupID="22" ScriptID="220">Орест</NamePartValue></DocumentedNamePart>
                    <DocumentedNamePart><NamePartValue NamePartGroupID="21" ScriptID="220">Варданов</NamePartValue></DocumentedNamePart>
                  </DocumentedName>
                </Alias>
                <NamePartGroups>
                  <MasterNamePartGroup><NamePartGroup ID="21" NamePartTypeID="1520"/></MasterNamePartGroup>
                  <MasterNamePartGroup><NamePartGroup ID="22" NamePartTypeID="1521"/></MasterNamePartGroup>
                  <MasterNamePartGroup><NamePartGroup ID="23" NamePartTypeID="1522"/></MasterNamePartGroup>
                </NamePartGroups>
              </Identity>
              <Feature ID="61" FeatureTypeID="8"><FeatureVersion ID="71"><DatePeriod CalendarTypeID="1">
                <Start Approximate="false"><From><Year>1972</Year><Month>11</Month><Day>2</Day></From><To><Year>1972</Year><Month>11</Month><Day>2</Day></To></Start>
                <End Approximate="false"><From><Year>1972</Year><Month>11</Month><Day>2</Day></From><To><Year>1972</Year><Month>11</Month><Day>2</Day></To></End>
              </DatePeriod></FeatureVersion></Feature>
              <Feature ID="62" FeatureTypeID="8"><FeatureVersion ID="72"><DatePeriod CalendarTypeID="1">
                <Start Approximate="true"><From><Year>1970</Year><Month>1</Month><Day>1</Day></From><To><Year>1970</Year><Month>1</Month><Day>1</Day></To></Start>
                <End Approximate="true"><From><Year>1970</Year><Month>12</Month><Day>31</Day></From><To><Year>1970</Year><Month>12</Month><Day>31</Day></To></End>
              </DatePeriod></FeatureVersion></Feature>
              <Feature ID="63" FeatureTypeID="9"><FeatureVersion ID="73"><VersionDetail>Torzhok, Russia</VersionDetail></FeatureVersion></Feature>
            </Profile>
          </DistinctParty>
          <DistinctParty FixedRef="102">
            <Profile ID="502" PartySubTypeID="3">
              <Identity ID="12" FixedRef="102" Primary="true" False="false">
                <Alias FixedRef="102" AliasTypeID="1403" Primary="true" LowQuality="false">
                  <DocumentedName ID="4"><DocumentedNamePart><NamePartValue NamePartGroupID="24" ScriptID="215">LANTERN GULF TRADING CO., LTD.</NamePartValue></DocumentedNamePart></DocumentedName>
                  <DocumentedName ID="5"><DocumentedNamePart><NamePartValue NamePartGroupID="24" ScriptID="160">شركة فانوس الخليج للتجارة</NamePartValue></DocumentedNamePart></DocumentedName>
                </Alias>
                <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="24" NamePartTypeID="1525"/></MasterNamePartGroup></NamePartGroups>
              </Identity>
            </Profile>
          </DistinctParty>
          <DistinctParty FixedRef="103">
            <Profile ID="503" PartySubTypeID="1">
              <Identity ID="13" FixedRef="103" Primary="true" False="false">
                <Alias FixedRef="103" AliasTypeID="1403" Primary="true" LowQuality="false">
                  <DocumentedName ID="6"><DocumentedNamePart><NamePartValue NamePartGroupID="25" ScriptID="215">QUIET HERON 7</NamePartValue></DocumentedNamePart></DocumentedName>
                </Alias>
                <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="25" NamePartTypeID="1526"/></MasterNamePartGroup></NamePartGroups>
              </Identity>
            </Profile>
          </DistinctParty>
          <DistinctParty FixedRef="104">
            <Profile ID="504" PartySubTypeID="4">
              <Identity ID="14" FixedRef="104" Primary="true" False="false">
                <Alias FixedRef="104" AliasTypeID="1403" Primary="true" LowQuality="false">
                  <DocumentedName ID="7">
                    <DocumentedNamePart><NamePartValue NamePartGroupID="26" ScriptID="215">CHOE</NamePartValue></DocumentedNamePart>
                    <DocumentedNamePart><NamePartValue NamePartGroupID="27" ScriptID="215">Sang Ryol</NamePartValue></DocumentedNamePart>
                  </DocumentedName>
                  <DocumentedName ID="8">
                    <DocumentedNamePart><NamePartValue NamePartGroupID="26" ScriptID="350">최</NamePartValue></DocumentedNamePart>
                    <DocumentedNamePart><NamePartValue NamePartGroupID="27" ScriptID="350">상렬</NamePartValue></DocumentedNamePart>
                  </DocumentedName>
                </Alias>
                <NamePartGroups>
                  <MasterNamePartGroup><NamePartGroup ID="26" NamePartTypeID="1520"/></MasterNamePartGroup>
                  <MasterNamePartGroup><NamePartGroup ID="27" NamePartTypeID="1521"/></MasterNamePartGroup>
                </NamePartGroups>
              </Identity>
              <Feature ID="64" FeatureTypeID="8"><FeatureVersion ID="74"><DatePeriod CalendarTypeID="1">
                <Start Approximate="false"><From><Year>1960</Year><Month>1</Month><Day>1</Day></From></Start>
                <End Approximate="false"><To><Year>1963</Year><Month>12</Month><Day>31</Day></To></End>
              </DatePeriod></FeatureVersion></Feature>
            </Profile>
          </DistinctParty>
        </DistinctParties>
        <SanctionsEntries>
          <SanctionsEntry ID="81" ProfileID="501" ListID="1550">
            <EntryEvent ID="91"><Comment/></EntryEvent>
            <SanctionsMeasure ID="92" SanctionsTypeID="1"><Comment>DPRK4</Comment></SanctionsMeasure>
            <SanctionsMeasure ID="93" SanctionsTypeID="1"><Comment>IFSR</Comment></SanctionsMeasure>
            <SanctionsMeasure ID="94" SanctionsTypeID="2"><Comment/></SanctionsMeasure>
          </SanctionsEntry>
          <SanctionsEntry ID="82" ProfileID="503" ListID="1550">
            <SanctionsMeasure ID="95" SanctionsTypeID="1"><Comment>IRAN</Comment></SanctionsMeasure>
          </SanctionsEntry>
        </SanctionsEntries>
      </Sanctions>
      """;

  private static final String OPENSANCTIONS =
      """
      "id","schema","name","aliases","birth_date","countries","dataset","first_seen"
      "NK-aB3","Person","Orest Vardanov","Орест Варданов;""Vardanov; Orest\""","1972-11-02;1970","ru","us_ofac_sdn;eu_fsf","2023-04-20T00:00:00"
      "Q77","Company","Lantern Gulf Trading","","","sy","eu_fsf","2023-04-20T00:00:00"
      "a-1","Address","1 Harbour Street","","","sy","eu_fsf","2023-04-20T00:00:00"
      "NK-AB3","Vessel","Quiet Heron 7","","","","eu_fsf","2023-04-20T00:00:00"
      """;

  private static final String FTM =
      """
      {"id":"Q1","schema":"Person","properties":{"name":["Orest Vardanov"],"alias":["Орест Варданов"],"weakAlias":["The Clerk"],"previousName":["Orest Vardanyan"],"birthDate":["1972-11-02"],"programId":["US-DPRK"]},"datasets":["us_ofac_sdn"],"target":true}
      {"id":"Q2","schema":"Person","properties":{"name":["Irma Vardanova"]},"datasets":["wd_peps"],"target":false}

      {"id":"Q3","schema":"Ownership","properties":{"owner":["Q1"]},"datasets":["x"],"target":false}
      {"id":"Q4","schema":"Airplane","properties":{"name":["EP-XQZ"]},"datasets":["x"]}
      """;

  private static final String NAMES =
      """
      PKK Vardanov
      # the desk's own, from <https://desk.example/list>
      Orest Vardanov; Орест Варданов

      Лев Тарханов
      최상렬
      orest vardanov; Orest Vardanyan
      ???
      """;

  static Stream<Arguments> lists() {
    return Stream.of(
        argumentSet(
            "OFAC's tables, aliases first",
            ListFormat.OFAC_SDN,
            List.of(Lists.file("alt.csv", ALT), Lists.file("sdn.csv", SDN)),
            """
            ofac-101 person: VARDANOV, Orest Ilyich | VARDANYAN, Orest ~ THE CLERK | ABU 'AMMAR [born:1972-11-02, born:about 1970, list:ofac, programme:DPRK4, programme:IFSR]
            ofac-102 organization: LANTERN GULF TRADING CO., LTD. | BEACON OF THE LANTERN GULF ~ BLG [list:ofac, programme:SYRIA]
            ofac-103 vessel: QUIET HERON 7 | IMO 9000001 [list:ofac, programme:IRAN]
            ofac-104 vessel: EP-XQZ [list:ofac, programme:SDGT]\
            """,
            "1 the alias of a number that no row of names has [alt.csv:3]"),
        argumentSet(
            "the UN's",
            ListFormat.UN_SC,
            List.of(Lists.file("un.xml", UN)),
            """
            un-kpi-901 person: CHOE SANG RYOL | 최상렬 | Choi Sang Ryeol | 崔相烈 ~ The Broker [born:1960 to 1963, born:1961-03-01, born:about 1962, list:un, programme:DPRK]
            un-kpe-902 organization: HAEMIL SHIPPING AGENCY | Haemil Sonbak [list:un, programme:DPRK]\
            """,
            "1 without a reference number [un.xml:24]"),
        argumentSet(
            "OFAC's XML",
            ListFormat.OFAC_XML,
            List.of(Lists.file("sdn.xml", OFAC_XML)),
            """
            ofac-101 person: VARDANOV, Orest Ilyich | VARDANYAN, Orest ~ THE CLERK [born:1972-11-02, list:ofac, programme:DPRK4, programme:IFSR]
            ofac-103 vessel: QUIET HERON 7 | IMO 9000001 [list:ofac, programme:IRAN]\
            """,
            ""),
        argumentSet(
            "OFAC's advanced XML",
            ListFormat.OFAC_XML,
            List.of(Lists.file("sdn_advanced.xml", OFAC_ADVANCED)),
            """
            ofac-101 person: VARDANOV, Orest Ilyich | Варданов, Орест ~ THE CLERK [born:1972-11-02, born:about 1970, list:ofac, programme:DPRK4, programme:IFSR]
            ofac-102 organization: LANTERN GULF TRADING CO., LTD. | شركة فانوس الخليج للتجارة [list:ofac]
            ofac-103 vessel: QUIET HERON 7 | IMO 9000001 [list:ofac, programme:IRAN]
            ofac-104 person: CHOE, Sang Ryol | 최 상렬 [born:1960 to 1963, list:ofac]\
            """,
            ""),
        argumentSet(
            "OpenSanctions' table, with two ids that differ by capitals only",
            ListFormat.OPENSANCTIONS,
            List.of(Lists.file("targets.simple.csv", OPENSANCTIONS)),
            """
            os-nk-ab3-1db2ef33 person: Orest Vardanov | Орест Варданов | Vardanov; Orest [born:1970, born:1972-11-02, list:eu_fsf, list:us_ofac_sdn]
            os-q77 organization: Lantern Gulf Trading [list:eu_fsf]
            os-nk-ab3-625c72af vessel: Quiet Heron 7 [list:eu_fsf]\
            """,
            "1 nobody to look for: Address [targets.simple.csv:4]"),
        argumentSet(
            "entities of FollowTheMoney",
            ListFormat.FTM,
            List.of(Lists.file("entities.ftm.json", FTM)),
            """
            os-q1 person: Orest Vardanov | Орест Варданов | Orest Vardanyan ~ The Clerk [born:1972-11-02, list:us_ofac_sdn, programme:US-DPRK]
            os-q4 vessel: EP-XQZ [list:x]\
            """,
            """
            1 no target, but somebody related to one [entities.ftm.json:2]
            1 nobody to look for: Ownership [entities.ftm.json:4]\
            """),
        argumentSet(
            "names",
            ListFormat.NAMES,
            List.of(Lists.file("names.txt", NAMES)),
            """
            pkk-vardanov person: PKK Vardanov [list:names]
            orest-vardanov person: Orest Vardanov | Орест Варданов | Orest Vardanyan [list:names]
            lev-tarhanov person: Лев Тарханов [list:names]
            choesanglyeol person: 최상렬 [list:names]\
            """,
            """
            1 the same id again, put together with the first [names.txt:7]
            1 without a name [names.txt:8]\
            """));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void saysWhoIsOnIt(ListFormat format, List<ListFile> files, String entries, String leftOut)
      throws ListException {
    Imported read = Lists.read(format, files.toArray(ListFile[]::new));

    assertThat(Lists.told(read.entries())).isEqualTo(entries);
    assertThat(read.leftOut())
        .extracting(one -> one.count() + " " + one.reason() + " " + one.places())
        .containsExactlyElementsOf(leftOut.lines().toList());
  }

  @Test
  void theSameListInAnotherFormHasTheSameIds() throws ListException {
    assertThat(Lists.read(ListFormat.OFAC_SDN, Lists.file("sdn.csv", SDN)).entries())
        .extracting(entry -> entry.id())
        .contains("ofac-101", "ofac-103");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "EUC-KR"})
  void anXmlDocumentIsInTheEncodingThatItDeclares(String encoding) throws ListException {
    String text = UN.replace("UTF-8", encoding).replaceAll("[“”]", "");
    ListFile file = Lists.file("un.xml", text.getBytes(Charset.forName(encoding)));

    assertThat(Lists.told(Lists.read(ListFormat.UN_SC, file).entries()))
        .contains("CHOE SANG RYOL | 최상렬 |");
  }
}
