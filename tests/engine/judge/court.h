#pragma once

#include "engine/engine.h"
#include "engine/judge/coverage.h"
#include "engine/judge/interpreter.h"
#include "engine/judge/question.h"

#include <QStringList>
#include <memory>

namespace sonde::judge {

struct Verdict
{
    enum class Kind {
        Same,
        Differs,
        Refused,   ///< by the engine, by name
        Overflow,  ///< a number goes beyond its type, and both say so
        Unsettled, ///< whether it fails is open
        Unbound,   ///< the language service does not take it: the maker's fault
        Unknown    ///< to the interpreter
    };
    Kind kind = Kind::Same;
    QString what;
    QStringList engine; ///< what both answer, where they differ
    QStringList interpreter;
};

/// Runs queries with the engine and with the interpreter, over the same tables, and compares.
class Court
{
public:
    Court(KqlService &service, const std::vector<NamedRows> &tables, Coverage &coverage);
    Verdict judge(const QString &query, bool ordered);
    const std::vector<NamedRows> &tables() const { return m_tables; }

private:
    struct Opinion
    {
        Verdict::Kind kind = Verdict::Kind::Same;
        QString what;
        Rows rows;
        bool sawOverflow = false;
    };
    Opinion askEngine(const QString &query);
    Opinion askInterpreter(const QString &query);

    KqlService &m_service;
    Coverage &m_coverage;
    std::vector<NamedRows> m_tables;
    Interpreter::Tables m_rows;
    std::unique_ptr<Engine> m_engine;
};

} // namespace sonde::judge
