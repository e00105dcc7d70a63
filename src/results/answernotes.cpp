#include "results/answernotes.h"

#include <QCoreApplication>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AnswerNotes)
};

QString completenessOf(const ResultInfo *info)
{
    if (info == nullptr)
        return Words::tr("Not all rows had come");
    switch (info->completeness) {
    case Completeness::Complete:
        return Words::tr("Complete");
    case Completeness::Partial:
        return QStringList{Words::tr("Partial"), info->reasons.join(u' ')}.join(QLatin1String(": "));
    case Completeness::Capped:
        return QStringList{Words::tr("Capped"), info->reasons.join(u' ')}.join(QLatin1String(": "));
    }
    return {};
}

} // namespace

AnswerNotes notesOf(const ResultOrigin &origin, const ResultInfo *info)
{
    AnswerNotes notes;
    notes.query = origin.query;
    notes.connection = origin.connection;
    notes.completeness = completenessOf(info);
    if (info != nullptr) {
        //: %1 and %2: the first and last moment of a time range
        notes.range =
            Words::tr("%1 to %2").arg(toWireInstant(info->range.start), toWireInstant(info->range.end));
        notes.moment = info->range.end;
    }
    return notes;
}

} // namespace sonde
