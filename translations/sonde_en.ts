<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnswerError</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnFormats</name>
    <message numerus="yes">
        <source>%n decimal places</source>
        <translation>
            <numerusform>%n decimal place</numerusform>
            <numerusform>%n decimal places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompletionText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1: names of columns</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message numerus="yes">
        <source>the function “%1” with %n argument(s)</source>
        <translation>
            <numerusform>the function “%1” with %n argument</numerusform>
            <numerusform>the function “%1” with %n arguments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileImport</name>
    <message numerus="yes">
        <source>%2: %n line(s) left out; the first is line %3: %4.</source>
        <extracomment>%2: a table; %3: a number of a line; %4: “it has too few cells” or the like</extracomment>
        <translation>
            <numerusform>%2: %n line left out; it is line %3: %4.</numerusform>
            <numerusform>%2: %n lines left out; the first is line %3: %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) before it passed over</source>
        <translation>
            <numerusform>%n line before it passed over</numerusform>
            <numerusform>%n lines before it passed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: %n value(s) left out that are no JSON object.</source>
        <extracomment>%2: a table</extracomment>
        <translation>
            <numerusform>%2: %n value left out that is no JSON object.</numerusform>
            <numerusform>%2: %n values left out that are no JSON objects.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1: a list of values; %n: how many more there are</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocalSearchRunner</name>
    <message numerus="yes">
        <source>Only the first %Ln row(s) were asked for; there are more.</source>
        <translation>
            <numerusform>Only the first row was asked for; there are more.</numerusform>
            <numerusform>Only the first %Ln rows were asked for; there are more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln row(s) are shown: more would fill the memory.</source>
        <translation>
            <numerusform>Only the first row is shown: more would fill the memory.</numerusform>
            <numerusform>Only the first %Ln rows are shown: more would fill the memory.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RawAnswer</name>
    <message numerus="yes">
        <source>The answer breaks off after %Ln row(s).</source>
        <translation>
            <numerusform>The answer breaks off after %Ln row.</numerusform>
            <numerusform>The answer breaks off after %Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowsOrigin</name>
    <message numerus="yes">
        <source>All %L1 rows, as they were on %2</source>
        <extracomment>%L1: how many; %2: a date and time, as 21 Nov 2026 16:02 UTC</extracomment>
        <translation>
            <numerusform>%L1 row, as it was on %2</numerusform>
            <numerusform>All %L1 rows, as they were on %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunStatus</name>
    <message numerus="yes">
        <source>%L1 rows</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>%L1 row</numerusform>
            <numerusform>%L1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 rows copied</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>%L1 row copied</numerusform>
            <numerusform>%L1 rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShownAnswer</name>
    <message numerus="yes">
        <source>Preview: all %L1 rows</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>Preview: %L1 row, all there is</numerusform>
            <numerusform>Preview: all %L1 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>XlsxWriter</name>
    <message numerus="yes">
        <source>%n cell(s) had more than 32,767 characters</source>
        <translation>
            <numerusform>%n cell had more than 32,767 characters</numerusform>
            <numerusform>%n cells had more than 32,767 characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ClassicSearch</name>
    <message numerus="yes">
        <source>The answer broke off after %Ln record(s).</source>
        <translation>
            <numerusform>The answer broke off after %Ln record.</numerusform>
            <numerusform>The answer broke off after %Ln records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ColumnFactsStrip</name>
    <message numerus="yes">
        <source>%Ln empty columns</source>
        <translation>
            <numerusform>%Ln empty column</numerusform>
            <numerusform>%Ln empty columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ComparisonStrip</name>
    <message numerus="yes">
        <source>No difference: all %L1 rows are in both</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>No difference: the %L1 row is in both</numerusform>
            <numerusform>No difference: all %L1 rows are in both</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 rows only here</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>%L1 row only here</numerusform>
            <numerusform>%L1 rows only here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ConnectionKeeper</name>
    <message numerus="yes">
        <source>%n connection(s) were written to “%1”, without secrets.</source>
        <translation>
            <numerusform>%n connection was written to “%1”, without its secret.</numerusform>
            <numerusform>%n connections were written to “%1”, without secrets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) were imported.</source>
        <translation>
            <numerusform>%n connection was imported.</numerusform>
            <numerusform>%n connections were imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::DraftKeeper</name>
    <message numerus="yes">
        <source>Sonde ended unexpectedly; %n tabs were brought back.</source>
        <translation>
            <numerusform>Sonde ended unexpectedly; %n tab was brought back.</numerusform>
            <numerusform>Sonde ended unexpectedly; %n tabs were brought back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::EditorRefactoring</name>
    <message numerus="yes">
        <source>A new name for %1, in %n places</source>
        <extracomment>%1: a name of the query</extracomment>
        <translation>
            <numerusform>A new name for %1, in %n place</numerusform>
            <numerusform>A new name for %1, in %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ExportDialog</name>
    <message numerus="yes">
        <source>&amp;Split into %n files</source>
        <translation>
            <numerusform>&amp;Split into %n file</numerusform>
            <numerusform>&amp;Split into %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are there already and will be replaced.</source>
        <translation>
            <numerusform>%n file is there already and will be replaced.</numerusform>
            <numerusform>%n files are there already and will be replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::FilterStrip</name>
    <message numerus="yes">
        <source>%L1 of %L2 rows</source>
        <extracomment>%L1: how many are shown; %L2: how many there are</extracomment>
        <translation>
            <numerusform>%L1 of %L2 row</numerusform>
            <numerusform>%L1 of %L2 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::FindBar</name>
    <message numerus="yes">
        <source>%L1 replaced</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>%L1 replaced</numerusform>
            <numerusform>%L1 replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 found</source>
        <extracomment>%L1: how many places have the text</extracomment>
        <translation>
            <numerusform>%L1 found</numerusform>
            <numerusform>%L1 found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::FindInTabs</name>
    <message numerus="yes">
        <source>%L1 places</source>
        <extracomment>%L1: how many places</extracomment>
        <translation>
            <numerusform>%L1 place</numerusform>
            <numerusform>%L1 places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %L2 tabs</source>
        <extracomment>%1: how many places, in words; %L2: in how many tabs</extracomment>
        <translation>
            <numerusform>%1 in %L2 tab</numerusform>
            <numerusform>%1 in %L2 tabs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %L1 more</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>and %L1 more</numerusform>
            <numerusform>and %L1 more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 replaced; each tab can undo its own</source>
        <extracomment>%L1: how many; each tab&apos;s own undo takes them back</extracomment>
        <translation>
            <numerusform>%L1 replaced; each tab can undo its own</numerusform>
            <numerusform>%L1 replaced; each tab can undo its own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. %L2 tabs cannot be changed</source>
        <extracomment>%1: how many were replaced, in words; %L2: of tabs</extracomment>
        <translation>
            <numerusform>%1. %L2 tab cannot be changed</numerusform>
            <numerusform>%1. %L2 tabs cannot be changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::HeadlessQuery</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) had more than 32,767 characters, all that a workbook has room for, and were cut.</source>
        <translation>
            <numerusform>%n cell had more than 32,767 characters, all that a workbook has room for, and was cut.</numerusform>
            <numerusform>%n cells had more than 32,767 characters, all that a workbook has room for, and were cut.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::HistoryDock</name>
    <message numerus="yes">
        <source>%Ln run(s) deleted.</source>
        <translation>
            <numerusform>%Ln run deleted.</numerusform>
            <numerusform>%Ln runs deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ImportConnectionsDialog</name>
    <message numerus="yes">
        <source>%n connection(s) in “%1”. Secrets are not in it.</source>
        <translation>
            <numerusform>%n connection in “%1”. Its secret is not in it.</numerusform>
            <numerusform>%n connections in “%1”. Secrets are not in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::LocalTableStore</name>
    <message numerus="yes">
        <source>%L1 rows from %2</source>
        <extracomment>%L1: how many; %2: a file’s path, or the name of a connection</extracomment>
        <translation>
            <numerusform>%L1 row from %2</numerusform>
            <numerusform>%L1 rows from %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::LogsQuery</name>
    <message numerus="yes">
        <source>The answer broke off after %Ln row(s).</source>
        <translation>
            <numerusform>The answer broke off after %Ln row.</numerusform>
            <numerusform>The answer broke off after %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln row(s) were asked for; there are more.</source>
        <translation>
            <numerusform>Only the first row was asked for; there are more.</numerusform>
            <numerusform>Only the first %Ln rows were asked for; there are more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ProbeWork</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ProblemsList</name>
    <message numerus="yes">
        <source>%Ln errors</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warnings</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestions</source>
        <translation>
            <numerusform>%Ln suggestion</numerusform>
            <numerusform>%Ln suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ResultsPane</name>
    <message numerus="yes">
        <source>%L1 rows were written to “%2”.</source>
        <extracomment>%L1: how many; %2: a file’s name</extracomment>
        <translation>
            <numerusform>%L1 row was written to “%2”.</numerusform>
            <numerusform>%L1 rows were written to “%2”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) had more than 32,767 characters, all that a workbook has room for, and were cut.</source>
        <translation>
            <numerusform>%n cell had more than 32,767 characters, all that a workbook has room for, and was cut.</numerusform>
            <numerusform>%n cells had more than 32,767 characters, all that a workbook has room for, and were cut.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::RowDetailsModel</name>
    <message numerus="yes">
        <source>%Ln values</source>
        <extracomment>%Ln: how many values of a list, or fields of an object</extracomment>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::SchemaModel</name>
    <message numerus="yes">
        <source>%1, %Ln table(s)</source>
        <extracomment>%1: the title of a group of tables</extracomment>
        <translation>
            <numerusform>%1, %Ln table</numerusform>
            <numerusform>%1, %Ln tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::SearchStrip</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <extracomment>%Ln: how many places a text was found at</extracomment>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::StatisticsText</name>
    <message numerus="yes">
        <source>%L1 cells</source>
        <extracomment>%L1: how many</extracomment>
        <translation>
            <numerusform>%L1 cell</numerusform>
            <numerusform>%L1 cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::TableFindBar</name>
    <message numerus="yes">
        <source>%Ln cells</source>
        <translation>
            <numerusform>%Ln cell</numerusform>
            <numerusform>%Ln cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::ValuesPopup</name>
    <message numerus="yes">
        <source>The %Ln most frequent values</source>
        <translation>
            <numerusform>The most frequent value</numerusform>
            <numerusform>The %Ln most frequent values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sonde::WindowList</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1: the name of a window’s tab in front; %n: how many other tabs it has</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
