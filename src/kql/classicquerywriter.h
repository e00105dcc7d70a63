#pragma once

#include "core/result.h"
#include "kql/classicexpressionwriter.h"
#include "kql/classicfilterwriter.h"
#include "kql/classictranslator.h"

#include <QHash>
#include <QSet>
#include <span>

namespace sonde {

/// Writes one classic search, or one within another, as KQL; used once. ClassicTranslator's own.
///
/// Its parts lie in classicquerywriter.cpp (tables and filter), classicrowwriter.cpp (commands that keep
/// records), classicgroupwriter.cpp (those that make groups of them) and classicjoinwriter.cpp.
class ClassicQueryWriter
{
public:
    /// All outlive the writer.
    ClassicQueryWriter(const QString &search, const QList<KqlTable> &tables, Ticks now, bool isNowMoving);

    Result<ClassicTranslation> write(const ParsedSearch &search);

private:
    /// One table that the search reads, with the condition its rows must meet.
    struct Source
    {
        const KqlTable *table = nullptr;
        QString condition; ///< empty: all rows
    };
    using SortKeys = QList<ClassicTranslation::SortKey>;

    Result<void> writeStages(const ParsedSearch &search);
    Result<void> writeFilter(const ParsedSearch &search);
    Result<void> writeKnown(const ParsedSearch &search);
    Result<void> writeUnknown(const ClassicFilter &filter);
    Result<void> addSubsearch(const ClassicFilter &filter);
    QSet<QString> neededFields(const ParsedSearch &search) const;
    QStringList writeSource(const Source &source, bool alone, const QSet<QString> &needed) const;
    QStringList alignments(const KqlTable &table, const QSet<QString> &needed) const;
    void findConflicts(const QList<Source> &sources);

    Result<void> apply(const ClassicCommand &command);
    Result<void> select(const ClassicSelect &select);
    QStringList keptForOrder(const QStringList &selected) const;
    Result<void> sort(const ClassicSort &sort);
    Result<void> skip(const ClassicSkip &skip);
    Result<void> dedup(const ClassicDedup &dedup);
    Result<void> extend(const ClassicExtend &extend);
    void top(const ClassicTop &top);
    void sortByDefault();
    void sortBy(SortKeys keys);
    bool isNewestFirst() const;

    Result<void> measure(const ClassicMeasure &measure);
    Result<QString> function(const ClassicMeasure::Function &function, QString &type) const;
    Result<void> group(const ClassicMeasure &measure, const QStringList &assignments);
    Result<void> distinct(const ClassicDistinct &distinct);
    Result<void> where(const ClassicWhere &where);
    tl::unexpected<Error> refuseGrouping(int position) const;
    Result<void> checkFields(const ClassicFilter &filter) const;

    Result<void> join(const ClassicJoin &join);
    Result<void> checkJoin(const ClassicJoin &join) const;
    Result<void> writeJoin(const ClassicJoin &join, const ClassicQueryWriter &right,
                           const QStringList &fields, const QString &keyType);
    QStringList orderedFields() const;

    Result<QString> typeOf(const QString &field, int position) const;
    QString knownType(const QString &field) const;
    bool isTaken(const QString &name) const;
    QString freeName(QString name) const;
    ClassicExpressionWriter expressionWriter() const;
    tl::unexpected<Error> refuse(int position, const QString &message, const QString &advice = {}) const;

    const QString &m_search;
    const QList<KqlTable> &m_tables;
    ClassicFilterWriter::Setting m_setting;
    ClassicTranslation m_result;
    /// The fields at hand and their types, which are empty where they are not known. Empty where tables are
    /// not known, and nothing yet says which fields are left.
    QHash<QString, QString> m_fields;
    QStringList m_kept; ///< columns that `select` left out, and that the order still rests on
    std::span<const ClassicCommand> m_following; ///< the commands behind the one that is written
    QHash<QString, QString>
        m_conflicts;        ///< fields of several types in the tables read, and the type all become
    QSet<QString> m_joined; ///< the fields of the right side of a join
    QStringList m_stages;
    QStringList m_countStages;
    bool m_isInBraces = false;
    bool m_isMeasured = false;
    bool m_isJoined = false;
    bool m_sorted = false;
};

/// Names in KQL, with commas between them.
QString kqlNames(const QStringList &names);

} // namespace sonde
