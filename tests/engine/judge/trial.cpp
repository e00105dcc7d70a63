#include "engine/judge/trial.h"

#include "engine/judge/shrink.h"

#include <QElapsedTimer>
#include <QMap>
#include <QTextStream>

namespace sonde::judge {

namespace {

constexpr int queriesPerTables = 400;

struct Counts
{
    QMap<QString, int> verdicts;
    QMap<QString, int> refusals;
    QMap<QString, int> weak;
    QMap<QString, QString> examples; ///< of what is weak and refused
    int queries = 0;
    int expressions = 0;
};

QString kindName(Verdict::Kind kind)
{
    switch (kind) {
    case Verdict::Kind::Same:
        return QStringLiteral("same");
    case Verdict::Kind::Differs:
        return QStringLiteral("different");
    case Verdict::Kind::Refused:
        return QStringLiteral("refused");
    case Verdict::Kind::Overflow:
        return QStringLiteral("too large for both");
    case Verdict::Kind::Unsettled:
        return QStringLiteral("unsettled");
    case Verdict::Kind::Unbound:
        return QStringLiteral("not bound");
    case Verdict::Kind::Unknown:
        break;
    }
    return QStringLiteral("unknown to the interpreter");
}

void count(const Verdict &verdict, const Question &question, Counts &counts)
{
    ++counts.queries;
    ++counts.verdicts[kindName(verdict.kind)];
    if (verdict.kind == Verdict::Kind::Same)
        counts.expressions += question.expressions();
    if (verdict.kind == Verdict::Kind::Refused)
        ++counts.refusals[verdict.what];
    if (verdict.kind == Verdict::Kind::Unbound || verdict.kind == Verdict::Kind::Unknown)
        ++counts.weak[verdict.what];
    if (!verdict.what.isEmpty() && !counts.examples.contains(verdict.what))
        counts.examples.insert(verdict.what, question.text());
}

QString listed(const QMap<QString, int> &counts, const QMap<QString, QString> &examples)
{
    QString text;
    for (auto each = counts.cbegin(); each != counts.cend(); ++each) {
        text += QStringLiteral("  %1 %2\n").arg(each.value(), 6).arg(each.key());
        if (examples.contains(each.key()))
            text += u"           as " + examples.value(each.key()).left(500) + u'\n';
    }
    return text;
}

QString difference(const Question &question, Court &court, const QString &number)
{
    const Question smallest = shrunk(question, court.tables(), [&court](const Question &candidate) {
        return court.judge(candidate.text(), candidate.ordered).kind == Verdict::Kind::Differs;
    });
    const Verdict verdict = court.judge(smallest.text(), smallest.ordered);
    return u"--- " + number + u'\n' + smallest.text() + u'\n' + describe(verdict) + u'\n';
}

} // namespace

QString describe(const Verdict &verdict)
{
    return kindName(verdict.kind) + u' ' + verdict.what + u"\nengine:\n  " +
           verdict.engine.join(QStringLiteral("\n  ")) + u"\ninterpreter:\n  " +
           verdict.interpreter.join(QStringLiteral("\n  "));
}

TrialReport holdTrial(KqlService &service, const TrialSettings &settings, QTextStream &out)
{
    TrialReport report;
    Counts counts;
    Coverage coverage;
    std::unique_ptr<Court> court;
    QElapsedTimer timer;
    timer.start();
    for (std::uint64_t i = 0; counts.expressions < settings.expressions; ++i) {
        if (settings.seconds > 0 && timer.elapsed() > settings.seconds * qint64(1000))
            break;
        const std::uint64_t number = settings.seed * 10'000'000 + i;
        if (i % queriesPerTables == 0) {
            court.reset();
            court = std::make_unique<Court>(service, QueryMaker::tables(number), coverage);
        }
        const Question question = QueryMaker(number).make();
        if (settings.show)
            out << question.text() << Qt::endl;
        const Verdict verdict = court->judge(question.text(), question.ordered);
        count(verdict, question, counts);
        if (verdict.kind == Verdict::Kind::Differs) {
            report.differences.append(difference(question, *court, QString::number(number)));
            out << report.differences.constLast() << Qt::endl;
        }
        if (report.differences.size() >= settings.mostDifferences || (i > 100 && counts.expressions == 0))
            break;
    }
    report.expressions = counts.expressions;
    report.queries = counts.queries;
    report.unknown = counts.verdicts.value(kindName(Verdict::Kind::Unknown)) +
                     counts.verdicts.value(kindName(Verdict::Kind::Unbound));
    report.summary = coverage.table() + listed(counts.refusals, counts.examples) +
                     listed(counts.weak, counts.examples) + listed(counts.verdicts, {}) +
                     QStringLiteral("%1 queries, %2 expressions agree, %3 s\n")
                         .arg(counts.queries)
                         .arg(counts.expressions)
                         .arg(static_cast<double>(timer.elapsed()) / 1000, 0, 'f', 1);
    return report;
}

} // namespace sonde::judge
