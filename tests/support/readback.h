#pragma once

#include "results/writers.h"

#include <QByteArrayList>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// Reads with Python what a writer wrote.
namespace sonde {

/// The rows, the names of the columns first, cells as text and nulls as "<null>"; one line that says why
/// where they cannot be read.
inline QList<QByteArrayList> readBack(const QString &kind, std::string_view bytes,
                                      const QStringList &arguments = {})
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("rows")));
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(bytes.data(), static_cast<qint64>(bytes.size())) != static_cast<qint64>(bytes.size()))
        return {{"the file was not written"}};
    file.close();
    QProcess python;
    python.start(QStringLiteral("python3"),
                 QStringList{QFINDTESTDATA("../support/readback.py"), kind, file.fileName()} + arguments);
    if (!python.waitForFinished(60'000) || python.exitCode() != 0)
        return {{"python3: " + python.readAllStandardError()}};
    QList<QByteArrayList> rows;
    for (const QJsonValue &row : QJsonDocument::fromJson(python.readAllStandardOutput()).array()) {
        QByteArrayList cells;
        for (const QJsonValue &cell : row.toArray())
            cells << (cell.isNull() ? QByteArray("<null>") : cell.toString().toUtf8());
        rows << cells;
    }
    return rows;
}

} // namespace sonde
