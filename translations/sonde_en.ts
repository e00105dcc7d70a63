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
    <name>RunStatus</name>
    <message numerus="yes">
        <source>%L1 rows</source>
        <translation>
            <numerusform>%L1 row</numerusform>
            <numerusform>%L1 rows</numerusform>
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
    <name>sonde::ResultsPane</name>
    <message numerus="yes">
        <source>%L1 rows were written to “%2”.</source>
        <translation>
            <numerusform>%L1 row was written to “%2”.</numerusform>
            <numerusform>%L1 rows were written to “%2”.</numerusform>
        </translation>
    </message>
</context>
</TS>
