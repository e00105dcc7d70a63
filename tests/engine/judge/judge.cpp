// Random queries, run by the engine and by a plain interpreter of the same typed tree:
//   kql-judge [--queries N] [--seed S] [--seconds N] [--query TEXT]
// Prints what was covered, and of every difference the smallest query that still shows it. Exits with 1 where
// there is one.

#include "engine/judge/trial.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace sonde;
using namespace sonde::judge;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions(
        {{QStringLiteral("queries"), QStringLiteral("how many expressions at least"), QStringLiteral("N"),
          QStringLiteral("1000")},
         {QStringLiteral("seed"), QStringLiteral("where to begin"), QStringLiteral("S"), QStringLiteral("1")},
         {QStringLiteral("seconds"), QStringLiteral("end after so many"), QStringLiteral("N"),
          QStringLiteral("0")},
         {QStringLiteral("query"), QStringLiteral("this one alone"), QStringLiteral("TEXT")},
         {QStringLiteral("show"), QStringLiteral("print the queries, too")}});
    parser.addHelpOption();
    parser.process(application);
    QTextStream out(stdout);
    KqlService service;
    if (parser.isSet(QStringLiteral("query"))) {
        Coverage coverage;
        Court court(service, QueryMaker::tables(parser.value(QStringLiteral("seed")).toULongLong()),
                    coverage);
        const Verdict verdict = court.judge(parser.value(QStringLiteral("query")), false);
        out << describe(verdict) << '\n';
        return verdict.kind == Verdict::Kind::Differs ? 1 : 0;
    }
    TrialSettings settings;
    settings.expressions = parser.value(QStringLiteral("queries")).toInt();
    settings.seconds = parser.value(QStringLiteral("seconds")).toInt();
    settings.seed = parser.value(QStringLiteral("seed")).toULongLong();
    settings.show = parser.isSet(QStringLiteral("show"));
    const TrialReport report = holdTrial(service, settings, out);
    out << report.summary;
    return report.differences.isEmpty() ? 0 : 1;
}
