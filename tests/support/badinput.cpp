#include "support/badinput.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace sonde {

namespace {

const QString tablePath = QStringLiteral(SONDE_TEST_DATA "/bad-input.json");

QString filledIn(QString text, const Places &places)
{
    for (auto place = places.begin(); place != places.end(); ++place)
        text.replace(u'{' + place.key() + u'}', place.value());
    return text;
}

Result<BadInputCase> readCase(const QJsonObject &object)
{
    static const QStringList known{
        QStringLiteral("area"),    QStringLiteral("name"),   QStringLiteral("input"), QStringLiteral("kind"),
        QStringLiteral("message"), QStringLiteral("advice"), QStringLiteral("keeps")};
    const auto text = [&object](const char *key) {
        const QJsonValue value = object.value(QLatin1String(key));
        // A long sentence may stand on several lines.
        QStringList parts;
        for (const QJsonValue &part : value.toArray())
            parts << part.toString();
        return value.isArray() ? parts.join(QString()) : value.toString();
    };
    BadInputCase row{text("area"), text("name"),    object.value(QLatin1String("input")),
                     text("kind"), text("message"), text("advice"),
                     text("keeps")};
    const QString where = QStringLiteral("%1: case “%2” of area “%3”").arg(tablePath, row.name, row.area);
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            return failure(ErrorKind::Decode, QStringLiteral("%1 has an unknown key “%2”.").arg(where, key));
    }
    if (row.area.isEmpty() || row.name.isEmpty() || row.kind.isEmpty())
        return failure(ErrorKind::Decode, QStringLiteral("%1 lacks its area, name or kind.").arg(where));
    return row;
}

} // namespace

bool BadInputCase::isError() const
{
    return kind != QLatin1String("Partial") && kind != QLatin1String("Warning") &&
           kind != QLatin1String("None");
}

Result<QList<BadInputCase>> readBadInput()
{
    QFile file(tablePath);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Io,
                       QStringLiteral("%1 could not be read: %2.").arg(tablePath, file.errorString()));
    }
    const QByteArray bytes = file.readAll();
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parseError);
    if (parseError.error != QJsonParseError::NoError) {
        return failure(ErrorKind::Decode, QStringLiteral("%1, line %2: %3.")
                                              .arg(tablePath)
                                              .arg(bytes.left(parseError.offset).count('\n') + 1)
                                              .arg(parseError.errorString()));
    }
    const QJsonArray array = document.object().value(QLatin1String("cases")).toArray();
    if (array.isEmpty())
        return failure(ErrorKind::Decode, QStringLiteral("%1 holds no cases.").arg(tablePath));
    QList<BadInputCase> cases;
    for (const QJsonValue &value : array) {
        auto row = readCase(value.toObject());
        if (!row)
            return failure(row.error());
        cases << *row;
    }
    return cases;
}

BadInputArea::BadInputArea(QString area)
    : m_area(std::move(area))
    , m_cases(readBadInput())
{}

void BadInputArea::drive(const char *name, Driver driver)
{
    m_drivers.emplace_back(QString::fromUtf8(name), std::move(driver));
}

const BadInputCase *BadInputArea::find(const QString &name) const
{
    for (const BadInputCase &row : *m_cases) {
        if (row.area == m_area && row.name == name)
            return &row;
    }
    return nullptr;
}

void BadInputArea::addRows() const
{
    QTest::addColumn<QString>("name");
    if (!m_cases) {
        QTest::newRow("the table") << QString();
        return;
    }
    QStringList names;
    for (const BadInputCase &row : *m_cases) {
        if (row.area == m_area)
            names << row.name;
    }
    for (const auto &[name, driver] : m_drivers) {
        if (!names.contains(name))
            names << name;
    }
    for (const QString &name : std::as_const(names))
        QTest::newRow(qUtf8Printable(name)) << name;
}

void BadInputArea::runRow() const
{
    if (!m_cases)
        QFAIL(qUtf8Printable(m_cases.error().message));
    QFETCH(QString, name);
    const BadInputCase *row = find(name);
    QVERIFY2(row != nullptr, qUtf8Printable(QStringLiteral("“%1” is driven here, but the table has no such "
                                                           "case of area “%2”")
                                                .arg(name, m_area)));
    for (const auto &[driven, driver] : m_drivers) {
        if (driven == name) {
            driver(*row);
            return;
        }
    }
    QFAIL("the table has this case, and nothing drives it");
}

QString disagreement(const BadInputCase &row, const Error &error, const Places &places)
{
    const QString expected = filledIn(row.message, places);
    const QString advice = filledIn(row.advice, places);
    if (errorKindName(error.kind) == row.kind && error.message == expected &&
        (advice.isEmpty() ? !error.advice.isEmpty() : error.advice == advice))
        return {};
    return QStringLiteral("\n expected: %1: %2 / %3\n but it is: %4: %5 / %6\n (%7)")
        .arg(row.kind, expected, advice, errorKindName(error.kind), error.message, error.advice,
             error.detail);
}

QString disagreement(const BadInputCase &row, const QStringList &sentences, const Places &places)
{
    const QString expected = filledIn(row.message, places);
    if (sentences.contains(expected))
        return {};
    return QStringLiteral("\n expected: %1\n but there is: %2").arg(expected, sentences.join(u'\n'));
}

} // namespace sonde
