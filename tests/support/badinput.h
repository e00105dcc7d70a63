#pragma once

#include "core/error.h"
#include "core/result.h"

#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <functional>
#include <vector>

namespace sonde {

/// One row of tests/data/bad-input.json: a bad input and what a person is to read about it, in English.
struct BadInputCase
{
    QString area; ///< which test program drives it: tests/badinput/tst_badinput_<area>.cpp
    QString name; ///< unique within its area
    /// A list holds the inputs themselves; a text says how the driver makes them.
    QJsonValue input;
    /// The name of an ErrorKind, or: Partial (rows came, the message is a reason), Warning (rows came, the
    /// message is a warning), None (nothing needs to be said).
    QString kind;
    QString message; ///< a driver may fill in {places}
    QString advice;  ///< empty: there is one, whichever
    QString keeps;   ///< in words: what is not lost, as the driver checks

    bool isError() const;
};

/// All cases, in the order of the file. Fails with Io or Decode naming the file, line or case.
Result<QList<BadInputCase>> readBadInput();

/// The cases of one area and the functions that drive them. A test program registers its drivers and runs
/// every row; a case without a driver fails, and so does a driver without a case.
class BadInputArea
{
public:
    using Driver = std::function<void(const BadInputCase &)>;

    explicit BadInputArea(QString area);

    /// \a driver may use the macros of Qt Test.
    void drive(const char *name, Driver driver);
    /// For a `_data` slot.
    void addRows() const;
    /// For the slot: drives the current row.
    void runRow() const;

private:
    const BadInputCase *find(const QString &name) const;

    QString m_area;
    Result<QList<BadInputCase>> m_cases;
    std::vector<std::pair<QString, Driver>> m_drivers;
};

using Places = QHash<QString, QString>;

// In words, what the table says otherwise; empty where it agrees.
QString disagreement(const BadInputCase &row, const Error &error, const Places &places = {});
/// Of a Partial or Warning: the sentence is among these.
QString disagreement(const BadInputCase &row, const QStringList &sentences, const Places &places = {});

/// Fails the running test with the whole of disagreement(...), which QCOMPARE would cut.
#define SONDE_AGREES(...)                                                                                    \
    do {                                                                                                     \
        const QString difference = sonde::disagreement(__VA_ARGS__);                                         \
        QVERIFY2(difference.isEmpty(), qUtf8Printable(difference));                                          \
    } while (false)

} // namespace sonde
