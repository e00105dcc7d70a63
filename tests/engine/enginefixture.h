#pragma once

#include "engine/engine.h"

#include <QStringList>
#include <memory>

namespace sonde {

/// A small workspace for the engine's tests: three tables of a few rows, whose values never change, at a
/// fixed now.
class EngineFixture
{
public:
    EngineFixture();

    /// 2026-11-22T12:00:00Z
    static QDateTime now();
    Engine &engine() { return *m_engine; }
    KqlService &service() { return m_service; }

    /// The columns as `name:type, ...`, then one line for each row: texts in quotes, `null`, datetimes in ISO
    /// 8601. Of an error the code and the message.
    QStringList answer(const QString &query, const std::optional<ResolvedRange> &range = {});
    /// The one cell of a one-cell answer, or the error.
    QString value(const QString &expression);

private:
    KqlService m_service;
    std::unique_ptr<Engine> m_engine;
};

QString cellText(const CellRef &cell);

} // namespace sonde
