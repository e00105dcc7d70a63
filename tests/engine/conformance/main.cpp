// What the engine makes of the worked examples of the language reference:
//   kql-conformance EXAMPLES.json [PAGE...]
// EXAMPLES.json is a list of objects with the members page, n, scope (false: not to be asked here), query,
// columns (names), and rows (lists of texts as printed; none: what it prints is not known). Prints what is
// not passed, and a table by page. Refused is what the engine says it does not support. Exit 1 where anything
// is wrong or failed.

#include "core/timezone.h"
#include "engine/engine.h"
#include "printedcell.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTextStream>

using namespace sonde;

namespace {

enum class Verdict { Passed, Refused, Failed, Wrong };

struct Judgement
{
    Verdict verdict = Verdict::Passed;
    QString reason;
};

struct Tally
{
    int passed = 0;
    int refused = 0;
    int failed = 0;
    int wrong = 0;

    void add(Verdict verdict)
    {
        switch (verdict) {
        case Verdict::Passed:
            ++passed;
            break;
        case Verdict::Refused:
            ++refused;
            break;
        case Verdict::Failed:
            ++failed;
            break;
        case Verdict::Wrong:
            ++wrong;
            break;
        }
    }
};

/// SEM0001 names what is not supported (see engine.h).
Judgement judgeError(const Error &error)
{
    const bool isRefused = error.serviceCode == QLatin1String("SEM0001");
    const QString detail = isRefused ? QString() : QString(u' ' + error.detail.section(u'\n', 0, 1));
    return {isRefused ? Verdict::Refused : Verdict::Failed,
            error.serviceCode + u' ' + error.message + detail};
}

QString rowText(const ChunkedTable &rows, std::size_t row, const QStringList &printed)
{
    QStringList wrong;
    for (int column = 0; column < rows.columnCount(); ++column) {
        const CellRef cell = rows.cell(row, column);
        if (isPrintedAs(cell, printed.value(column)))
            continue;
        QString value = QStringLiteral("null");
        if (!cell.isNull() && isTextType(cell.column->type()))
            value = QString::fromStdString(std::string(cell.column->text(cell.row)));
        else if (!cell.isNull() && cell.column->type() == ColumnType::Real)
            value = QString::number(cell.column->real(cell.row), 'g', 17);
        else if (!cell.isNull())
            value = QString::number(cell.column->integer(cell.row));
        wrong << QStringLiteral("%1: %2 for %3")
                     .arg(rows.headers().at(column).name, value, printed.value(column));
    }
    return wrong.join(QStringLiteral(", "));
}

bool isRowPrintedAs(const ChunkedTable &rows, std::size_t row, const QStringList &printed)
{
    for (int column = 0; column < rows.columnCount(); ++column) {
        if (!isPrintedAs(rows.cell(row, column), printed.value(column)))
            return false;
    }
    return true;
}

QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &text : list.toArray())
        texts << text.toString();
    return texts;
}

/// Where the query asks for no order, each printed row is one of the answer's, whichever.
Judgement compare(const CollectingSink &sink, const QJsonObject &example)
{
    // The names are the binder's, which knows them better than the pages do.
    const QStringList columns = textsOf(example.value(QLatin1String("columns")));
    if (sink.shape().columns.size() != columns.size())
        return {Verdict::Wrong,
                QStringLiteral("%1 columns for %2").arg(sink.shape().columns.size()).arg(columns.size())};
    const QJsonArray printed = example.value(QLatin1String("rows")).toArray();
    if (printed.isEmpty())
        return {};
    const ChunkedTable &rows = sink.rows();
    if (rows.rowCount() != static_cast<std::size_t>(printed.size()))
        return {Verdict::Wrong, QStringLiteral("%1 rows for %2").arg(rows.rowCount()).arg(printed.size())};
    std::vector<bool> isTaken(rows.rowCount(), false);
    for (qsizetype i = 0; i < printed.size(); ++i) {
        const QStringList expected = textsOf(printed.at(i));
        std::size_t row = static_cast<std::size_t>(i);
        if (!sink.shape().sorted) {
            row = 0;
            while (row < isTaken.size() && (isTaken[row] || !isRowPrintedAs(rows, row, expected)))
                ++row;
            if (row == isTaken.size())
                return {Verdict::Wrong, QStringLiteral("row %1: %2")
                                            .arg(i + 1)
                                            .arg(rowText(rows, static_cast<std::size_t>(i), expected))};
            isTaken[row] = true;
        } else if (!isRowPrintedAs(rows, row, expected)) {
            return {Verdict::Wrong,
                    QStringLiteral("row %1: %2").arg(i + 1).arg(rowText(rows, row, expected))};
        }
    }
    return {};
}

/// Pages whose print is not what their query gives; the reason, or nothing.
QString contradictionOf(const QJsonObject &example)
{
    static const QHash<QString, QString> reasons = {
        {QStringLiteral("array-iff-function.md 2"), QStringLiteral("texts are printed without their quotes")},
        {QStringLiteral("array-iff-function.md 3"), QStringLiteral("another condition is printed")},
        {QStringLiteral("bag-unpack-plugin.md 5"), QStringLiteral("the language service refuses the query")},
        {QStringLiteral("make-timespan-function.md 1"),
         QStringLiteral("the language service refuses the query")},
        {QStringLiteral("mv-apply-operator.md 4"), QStringLiteral("a quote is printed as another")},
        {QStringLiteral("named-expressions.md 1"), QStringLiteral("samples at random")},
        {QStringLiteral("named-expressions.md 2"), QStringLiteral("samples at random")},
        {QStringLiteral("range-operator.md 2"), QStringLiteral("only a part of the rows is printed")},
        {QStringLiteral("replace-regex-function.md 1"), QStringLiteral("a long is printed as 1.000000")},
        {QStringLiteral("series-acos-function.md 1"), QStringLiteral("another list is printed")},
        {QStringLiteral("series-asin-function.md 1"), QStringLiteral("numbers are printed as texts")},
        {QStringLiteral("series-atan-function.md 1"), QStringLiteral("another list is printed")},
        {QStringLiteral("series-cos-function.md 1"), QStringLiteral("another list is printed")},
        {QStringLiteral("series-sin-function.md 1"), QStringLiteral("another list is printed")},
        {QStringLiteral("series-tan-function.md 1"), QStringLiteral("another list is printed")},
        {QStringLiteral("series-iir-function.md 1"), QStringLiteral("only a part of the rows is printed")},
        {QStringLiteral("series-magnitude-function.md 1"),
         QStringLiteral("a column that is not there is printed")},
        {QStringLiteral("strcat-function.md 2"),
         QStringLiteral("the lines are numbered and quoted in print")},
        {QStringLiteral("toscalar-function.md 1"), QStringLiteral("the page says that the query fails")},
        {QStringLiteral("trim-end-function.md 2"), QStringLiteral("uses a name that is not defined")},
        {QStringLiteral("union-operator.md 2"), QStringLiteral("the language service refuses the query")},
        {QStringLiteral("url-encode-component-function.md 1"),
         QStringLiteral("the last character is missing in print")},
        {QStringLiteral("variancepif-aggregation-function.md 1"),
         QStringLiteral("the variance of the sample is printed (850), not of the population (833)")},
    };
    return reasons.value(example.value(QLatin1String("page")).toString() + u' ' +
                         QString::number(example.value(QLatin1String("n")).toInt()));
}

Judgement judge(const Engine &engine, const QJsonObject &example)
{
    CollectingSink sink;
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), utcZone);
    const auto outcome =
        engine.run({example.value(QLatin1String("query")).toString(), {}, toTicks(now)}, sink, CancelState());
    return outcome ? compare(sink, example) : judgeError(outcome.error());
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QTextStream out(stdout);
    QFile file(arguments.value(1));
    if (!file.open(QIODevice::ReadOnly)) {
        out << "usage: kql-conformance EXAMPLES.json [PAGE...]\n";
        return 2;
    }
    auto database = Database::inMemory();
    if (!database)
        return 2;
    KqlService service;
    const Engine engine(std::move(*database), service, {});
    QMap<QString, Tally> pages;
    Tally all;
    const QJsonArray examples = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &value : examples) {
        const QJsonObject example = value.toObject();
        const QString page = example.value(QLatin1String("page")).toString();
        if (!example.value(QLatin1String("scope")).toBool() ||
            (arguments.size() > 2 && !arguments.mid(2).contains(page)))
            continue;
        if (const QString reason = contradictionOf(example); !reason.isEmpty()) {
            out << "left out " << page << ' ' << example.value(QLatin1String("n")).toInt() << ": " << reason
                << '\n';
            continue;
        }
        const Judgement found = judge(engine, example);
        pages[page].add(found.verdict);
        all.add(found.verdict);
        static const char *const names[] = {"passed", "refused", "failed", "wrong"};
        if (found.verdict != Verdict::Passed)
            out << names[static_cast<int>(found.verdict)] << ' ' << page << ' '
                << example.value(QLatin1String("n")).toInt() << ": " << found.reason << '\n';
        out.flush();
    }
    out << "| page | passed | refused | failed | wrong |\n|---|---|---|---|---|\n";
    for (auto page = pages.constBegin(); page != pages.constEnd(); ++page)
        out << "| " << page.key() << " | " << page->passed << " | " << page->refused << " | " << page->failed
            << " | " << page->wrong << " |\n";
    out << "| all | " << all.passed << " | " << all.refused << " | " << all.failed << " | " << all.wrong
        << " |\n";
    return all.failed + all.wrong > 0 ? 1 : 0;
}
